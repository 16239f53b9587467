/** When a family takes part no more: the family reads everything, whoever was around it sees nothing. */
import type { ActorName } from '../policies/actors.ts';
import { expect, on, type Stage } from '../policies/stage.ts';
import { end } from './ended.ts';

const read = [
	'goal',
	'goal_wording',
	'goal_progress',
	'plan',
	'plan_version',
	'plan_version_goal',
	'plan_version_person',
	'plan_version_yes',
	'meeting',
	'agenda_point',
	'enrolment',
	'enrolment_tier',
	'member',
	'family_offer',
	'team_member',
];
/** How many rows of the family somebody sees in each table. */
async function seen({ as }: Stage, who: ActorName) {
	const rows = await as(
		who,
		read
			.map(
				(name) => `select '${name}' as name, count(*)::int as rows from ${name} where family_id = '@family'`,
			)
			.join(' union all '),
	);
	return Object.fromEntries(rows.map(({ name, rows }) => [name, rows]));
}

on('the family reads everything it read before', async (stage) => {
	for (const who of ['parent', 'young-person', 'child'] as const) {
		const before = await seen(stage, who);
		expect(Object.values(before)).not.toContain(0);
		await stage.takenBack(async () => {
			await end(stage);
			expect(await seen(stage, who)).toEqual(before);
		});
	}
});

on('whoever was in the team, chosen or not, sees nothing of the family any more', async (stage) => {
	await end(stage);
	for (const who of ['coordinator', 'teacher', 'job-adviser', 'former-mentor', 'former-nurse'] as const) {
		const rows = Object.entries(await seen(stage, who)).filter(([, count]) => Number(count) > 0);
		expect(rows, who).toEqual([]);
		expect(await stage.as(who, `select name from family where id = '@family'`), who).toEqual([]);
	}
	expect(
		await stage.owner(`select id from coordinator_choice
			where family_id = '@family' and ended_at is null and answer is distinct from 'declined'`),
	).toEqual([]);
});

on('what was shared with them ends, with its reason', async (stage) => {
	await end(stage);
	expect(
		await stage.owner(`select distinct ended_as::text from share
			where withdrawn_at = now() and owner_id in ('@parent', '@young-person')`),
	).toEqual([{ ended_as: 'left' }]);
	expect(
		await stage.owner(`select id from share where withdrawn_at is null and valid_until > private.today()
			and owner_id in ('@parent', '@young-person') and professional_id in ('@coordinator', '@teacher', '@job-adviser')`),
	).toEqual([]);
});

on('the project lead sees since when and until when, and no more than before', async (stage) => {
	const before = await seen(stage, 'project-lead');
	await end(stage);
	expect(await seen(stage, 'project-lead')).toEqual(before);
	expect(before).toMatchObject({ goal: 0, meeting: 0, member: 0, enrolment: 2 });
});

on('the other home of a child and other families notice nothing', async (stage) => {
	const others = ['other-parent', 'stranger-parent', 'stranger-coordinator'] as const;
	const there = (who: ActorName) =>
		stage.as(
			who,
			`select (select count(*)::int from goal) as goals, (select count(*)::int from meeting where cancelled_at is null) as meetings,
			(select count(*)::int from team_member where left_at is null) as around`,
		);
	const all = async () => {
		const answers = [];
		for (const who of others) answers.push(await there(who));
		return answers;
	};
	const before = await all();
	await end(stage);
	const after = await all();
	// But for the meeting about the child in this home, which is not held.
	expect(after[0]).toEqual([{ ...before[0]![0], meetings: (before[0]![0]!.meetings as number) - 1 }]);
	expect(after.slice(1)).toEqual(before.slice(1));
});

on('of a meeting that is held after all the family is told who of those asked has left', async (stage) => {
	const gone = async () =>
		(
			await stage.as(
				'parent',
				`select p.name from asked_no_more(array['@meeting of the family', '@meeting about the child']::uuid[]) a
					join person p on p.id = any (a.people) order by 1`,
			)
		).map(({ name }) => name);
	expect(await gone()).toEqual([]);
	await end(stage);
	await stage.as('project-lead', `select enrol_again('@again', '@family', private.today())`);
	await stage.as('parent', `update meeting set cancelled_at = null where family_id = '@family'`);
	const [teacher, coordinator] = await stage.owner(
		`select name from person where id in ('@teacher', '@coordinator') order by id = '@coordinator'`,
	);
	expect(await gone()).toEqual([teacher!.name, coordinator!.name].sort());
});

on('what is a person’s own goes on, and erasing them too', async (stage) => {
	await end(stage);
	await stage.as(
		'parent',
		`insert into rating (id, person_id, topic, answers) values ('@new', '@me', 'ladder', '{5}')`,
	);
	await stage.owner(`select private.erase_person('@grandmother')`);
	await stage.owner(`select private.erase_person('@parent')`);
});

on('meetings ahead are cancelled, those that were stay', async (stage) => {
	await stage.longAgo(`update meeting set starts_at = now() - interval '3 days', ends_at = now() - interval '2 days',
			created_at = now() - interval '9 days'
		where id = '@meeting without a place'`);
	await end(stage);
	const held = await stage.owner(
		`select id from meeting where family_id = '@family' and cancelled_at is null`,
	);
	expect(held).toHaveLength(1);
	expect(
		await stage.as(
			'other-parent',
			`select id from meeting where id = '@meeting of the other home' and cancelled_at is null`,
		),
	).toHaveLength(1);
});

on('the family’s log says who left, and who saw to it', async (stage) => {
	await end(stage);
	expect(
		await stage.as(
			'parent',
			`select person_name, by_name from family_event where kind = 'left_team' and by_name = 'Pia' order by person_name`,
		),
	).toEqual(['Jens', 'Karen', 'Nina', 'Troels'].map((name) => ({ person_name: name, by_name: 'Pia' })));
});
