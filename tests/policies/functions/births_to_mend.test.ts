/** A date of birth that one parent writes is told to the others, who have 14 days from when they were shown it. */
import { actorNames, type ActorName } from '../actors.ts';
import { expect, idOf, on, type Stage } from '../stage.ts';
import { correct, makeAged } from './correct-birth/correcting.ts';

const toMend = `select person_id, my_until - private.today() as days, is_open from births_to_mend()`;
const told = `select name, by_name, may_refuse from arrivals() where kind = 'birth_corrected'`;
const shown = (who: string, days: number) => `insert into arrival_shown (event_id, person_id, shown_at)
	select e.id, '@${who}', now() - interval '${days} days' from family_event e join member m using (family_id)
	where e.kind = 'birth_corrected' and m.person_id = '@${who}'
	on conflict (event_id, person_id) do update set shown_at = excluded.shown_at`;
const daysGo = `update birth set parents_until = private.today() - 1 where person_id = '@child'`;
/** The other home makes the child of 11 so old, and the days in which both may mend it go by. */
async function madeBy({ as, longAgo }: Stage, years: number) {
	await longAgo(`delete from family_event`);
	await as('other-parent', makeAged('child', years));
	await longAgo(daysGo);
}
const alone = `select accept_invitation_as_me(repeat('d', 64))`;
const invited = async ({ owner }: Stage) => {
	await owner(`insert into invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, invited_by, agreed_at, agreed_by)
		values ('@new', '@municipality', '@strangers', 'Et barn', 'child', (private.today() - interval '16 years')::date, '@project-lead', now(), '@stranger-parent')`);
	await owner(
		`insert into private.invitation_code (invitation_id, code_hash) values ('@new', repeat('d', 64))`,
	);
};

on('each parent but who wrote it is told, until they have seen it', async (stage) => {
	await madeBy(stage, 12);
	expect(await stage.as('parent', told)).toEqual([{ name: 'Carl', by_name: 'Ole', may_refuse: true }]);
	for (const who of ['other-parent', 'child', 'young-person', 'coordinator', 'stranger-parent'] as const)
		expect(await stage.as(who, told), who).toEqual([]);
	await stage.takenBack(async () => {
		await stage.as(
			'parent',
			`insert into event_seen (event_id, person_id) select event_id, '@me' from arrivals()`,
		);
		expect(await stage.as('parent', told)).toEqual([]);
	});
	await stage.longAgo(`update family_event set happened_at = now() - interval '1 minute'`);
	await stage.as('parent', makeAged('child', 11));
	expect(await stage.as('parent', told), 'mended').toEqual([]);
	expect(await stage.as('other-parent', told)).toEqual([{ name: 'Carl', by_name: 'Mona', may_refuse: true }]);
});

on('whoever sees to their own is told of to nobody', async (stage) => {
	await stage.longAgo(`delete from family_event`);
	await stage.as('young-person', makeAged('young-person', 17));
	expect(await stage.as('parent', told)).toEqual([]);
	expect(await stage.as('parent', toMend)).toMatchObject([{ days: null, is_open: false }]);
});

on('they mend it for 14 days from when they were shown it, however late that is', async (stage) => {
	await madeBy(stage, 16);
	const mends = async (who: ActorName) => await stage.refusal(who, correct('child'));
	expect(await mends('parent'), 'shown to her never').toBeNull();
	expect(await mends('other-parent'), 'who wrote it, when the days are over').toBe('42501');
	await stage.longAgo(shown('parent', 13));
	expect(await mends('parent')).toBeNull();
	expect(await stage.as('parent', toMend)).toEqual([{ person_id: idOf('child'), days: 1, is_open: true }]);
	await stage.longAgo(shown('parent', 14));
	expect(await mends('parent')).toBe('42501');
	expect(await stage.as('parent', toMend)).toMatchObject([{ days: null, is_open: false }]);
});

on('what they mend begins the days anew, for everybody', async (stage) => {
	await madeBy(stage, 16);
	await stage.longAgo(`update family_event set happened_at = now() - interval '1 minute'`);
	await stage.as('parent', makeAged('child', 15));
	expect(
		await stage.owner(`select parents_until - private.today() as days from birth where person_id = '@child'`),
	).toEqual([{ days: 14 }]);
});

on('who came after it was written mends nothing of it', async (stage) => {
	await madeBy(stage, 16);
	await stage.owner(
		`insert into member (id, family_id, person_id, role) values ('@late', '@family', '@guest', 'parent')`,
	);
	await stage.longAgo(
		`update family_event set happened_at = now() - interval '1 minute' where kind = 'birth_corrected'`,
	);
	expect(await stage.refusal('guest', correct('child'))).toBe('42501');
});

on(
	'a child of 11 that one home makes 15 says nothing alone until the other has had its days',
	async (stage) => {
		await invited(stage);
		await madeBy(stage, 16);
		expect(await stage.rule('child', alone)).toBe('child_has_a_home');
		expect(await stage.refusal('child', makeAged('child', 17)), 'of its own date').toBe('42501');
		expect(
			await stage.refusal('parent', `select accept_invitation_for(repeat('d', 64), '@child')`),
			'its parents do',
		).toBeNull();
		expect(await stage.as('child', toMend)).toMatchObject([{ days: null, is_open: true }]);
		await stage.longAgo(shown('parent', 14));
		expect(await stage.rule('child', alone)).toBeNull();
		expect(await stage.refusal('child', makeAged('child', 17))).toBeNull();
	},
);

on('where no other parent is, and of who was 15 before, nothing is open', async (stage) => {
	await invited(stage);
	await stage.longAgo(`update member set left_at = now() where id = '@other parent in other home'`);
	await stage.as('parent', makeAged('child', 15));
	expect(await stage.rule('child', alone)).toBeNull();
	await stage.longAgo(`update member set left_at = null where id = '@other parent in other home'`);
	await stage.longAgo(`update birth set born_on = private.today() - interval '16 years', made_fifteen_on = null,
		parents_until = private.today() where person_id = '@child'`);
	await stage.as('other-parent', makeAged('child', 17));
	expect(await stage.rule('child', alone)).toBeNull();
});

on('nobody else hears of it', async (stage) => {
	await madeBy(stage, 16);
	for (const who of actorNames) {
		const refused = await stage.refusal(who, toMend);
		const hears = refused === null && (await stage.as(who, toMend)).length > 0;
		expect(hears, who).toBe(['parent', 'other-parent', 'child', 'young-person'].includes(who));
	}
});
