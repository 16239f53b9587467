/** A parent of a child's other home is asked to a meeting about that child: by whom, what they see, and until when. */
import type { ActorName } from '../../policies/actors.ts';
import { expect, idOf, on } from '../../policies/stage.ts';
import { propose, called, come, place, theirAnswer, leaves } from './other-home.ts';

for (const who of ['parent', 'coordinator'] as const) {
	on(`a ${who} asks them; it is written down that they come from there`, async (stage) => {
		await called(stage, who);
		expect(
			await stage.owner(
				`select person_id from meeting_attendee where meeting_id = '@new' and from_other_home`,
			),
		).toEqual([{ person_id: idOf('other-parent') }]);
	});
}

on('nobody else asks them', async ({ allowed }) => {
	expect(await allowed(propose(['other-parent']))).toEqual(['parent', 'coordinator']);
});

on('to a meeting about somebody else or everybody they are not asked, and it is said why', async (stage) => {
	for (const about of ['null', `'@young-person'`, `'@parent'`]) {
		for (const who of ['parent', 'coordinator'] as const) {
			expect(await stage.rule(who, propose(['other-parent'], about)), about).toBe(
				'other_home_is_asked_about_its_child',
			);
		}
		// To who may ask nobody here no reason is given.
		expect(await stage.rule('stranger-parent', propose(['other-parent'], about))).toBe('42501');
	}
	expect(await stage.rule('parent', propose(['stranger-parent'], 'null'))).toBe('42501');
});

on('not their relatives, not their team, not who is a child there', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@uncle there', '@other home', '@far-parent', 'relative'),
		('@stepchild there', '@other home', '@stranger-child', 'child')`);
	for (const who of ['far-parent', 'stranger-child', 'neighbour-helper', 'stranger-parent']) {
		expect(await stage.refusal('parent', propose(['parent', who])), who).toBe('42501');
	}
});

for (const [why, change] of [
	['the child has left that home', leaves('child in other home')],
	['they have left it', leaves('other parent in other home')],
	[
		'it takes part no more',
		`update enrolment set ended_on = private.today() where id = '@enrolment of other home'`,
	],
	[
		'the child is 18',
		`update birth set born_on = private.today() - interval '18 years' where person_id = '@child'`,
	],
] as const) {
	on(`not once ${why}`, async (stage) => {
		await stage.owner(change);
		expect(await stage.refusal('parent', propose(['other-parent']))).toBe('42501');
	});
}

on('not to a meeting about a child that has left the family since', async (stage) => {
	await stage.as('parent', propose(['parent']));
	const ask = `insert into meeting_attendee (meeting_id, person_id, family_id) values ('@new', '@other-parent', '@family')`;
	expect(await stage.refusal('parent', ask)).toBeNull();
	await stage.owner(leaves('child in family'));
	expect(await stage.refusal('parent', ask)).toBe('42501');
});

on('asked, they see where it is and who comes, and of the home nothing else', async (stage) => {
	const asked = '(select id, person_id, reason, answer from meeting_attendee)';
	const tables = [
		'(select id, name from person)',
		'member',
		'family',
		'team_member',
		'job',
		'goal',
		'meeting',
		asked,
	];
	const seen = async () => {
		const rows: Record<string, unknown[]> = {};
		for (const table of tables) {
			rows[table] = await stage.as('other-parent', `select to_jsonb(t) as row from ${table} t order by 1`);
		}
		return rows;
	};
	await stage.as('parent', propose(['parent', 'child', 'coordinator']));
	const before = await seen();
	expect(await stage.as('other-parent', place)).toEqual([]);
	await stage.as(
		'parent',
		`insert into meeting_attendee (meeting_id, person_id, family_id) values ('@new', '@other-parent', '@family')`,
	);
	const { [asked]: comes, ...others } = await seen();
	expect({ ...others, [asked]: before[asked] }).toEqual(before);
	expect(comes).toHaveLength(before[asked]!.length + 1);
	expect(await stage.as('other-parent', place)).toEqual([{ place: 'Birkevej 1' }]);
	// They answer for themselves, and decide nothing.
	await stage.as('other-parent', come);
	expect(await theirAnswer(stage)).toBe('coming');
	for (const deed of [
		`update meeting set cancelled_at = now() where id = '@new' returning id`,
		`update meeting_place set place = 'Her' where meeting_id = '@new' returning place`,
		`update meeting_attendee set answer = 'coming' where meeting_id = '@new' and person_id <> '@me' returning id`,
	])
		expect(await stage.as('other-parent', deed), deed).toEqual([]);
	// Their own home's relatives and team, and the family they are not of, see nothing by it.
	expect(await stage.as('former-mentor', `select id from meeting where id = '@new'`)).toEqual([]);
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@uncle there', '@other home', '@stranger-parent', 'relative')`);
	expect(await stage.as('stranger-parent', `select id from meeting where id = '@new'`)).toEqual([]);
});

on('a move asks them again; what is cancelled they do not answer', async (stage) => {
	await called(stage);
	await stage.as('other-parent', come);
	await stage.as(
		'parent',
		`update meeting set starts_at = starts_at + interval '1 day', ends_at = ends_at + interval '1 day' where id = '@new'`,
	);
	expect(await theirAnswer(stage)).toBeNull();
	await stage.as('parent', `update meeting set cancelled_at = now() where id = '@new'`);
	expect(await stage.rule('other-parent', come)).toBe('meeting_is_held');
});

for (const place of ['child in other home', 'other parent in other home']) {
	on(`who has the child no more (${place}) is asked no more, and sees nothing of it`, async (stage) => {
		await called(stage);
		await stage.as('other-parent', come);
		await stage.owner(leaves(place));
		expect(await theirAnswer(stage)).toBeNull();
		for (const table of ['meeting_attendee', 'meeting_place', 'agenda_point']) {
			expect(await stage.as('other-parent', `select from ${table} where meeting_id = '@new'`), table).toEqual(
				[],
			);
		}
		expect(await stage.as('other-parent', `select from meeting where id = '@new'`)).toEqual([]);
		await stage.as('other-parent', come);
		expect(await theirAnswer(stage)).toBeNull();
		// Who returns is asked anew.
		await stage.owner(`update member set left_at = null where id = '@${place}'`);
		await stage.as('other-parent', come);
		expect(await theirAnswer(stage)).toBe('coming');
	});
}

on('a place elsewhere that ends takes nothing back', async (stage) => {
	await called(stage);
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@other parent far away', '@far family', '@other-parent', 'relative'),
		('@child far away', '@far family', '@child', 'child')`);
	await stage.as('other-parent', come);
	await stage.owner(leaves('other parent far away'));
	await stage.owner(leaves('child far away'));
	await stage.owner(leaves('young person in family'));
	expect(await theirAnswer(stage)).toBe('coming');
});

on('the end of that home’s part in it, or a birthday, takes no invitation back', async (stage) => {
	await called(stage);
	await stage.as('other-parent', come);
	await stage.owner(`update enrolment set ended_on = private.today() where id = '@enrolment of other home'`);
	await stage.owner(
		`update birth set born_on = private.today() - interval '18 years' where person_id = '@child'`,
	);
	expect(await theirAnswer(stage)).toBe('coming');
	expect(await stage.as('other-parent', place)).toHaveLength(1);
});

on('who belongs to the family too is asked as one of it', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@grandmother there', '@other home', '@grandmother', 'parent')`);
	await stage.as('parent', propose(['parent', 'grandmother']));
	const asked = `select from_other_home from meeting_attendee where meeting_id = '@new' and person_id = '@grandmother'`;
	expect(await stage.owner(asked)).toEqual([{ from_other_home: false }]);
});

on('who has left the family and has the child in another home now is asked from there', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@new', '@other home', '@former-partner', 'parent')`);
	await stage.as('parent', propose(['parent', 'former-partner']));
	expect(await stage.as('former-partner', place)).toHaveLength(1);
});

on(
	'who was asked as one of the family and has left it is asked no more by having the child elsewhere',
	async (stage) => {
		await stage.as('parent', propose(['parent', 'grandmother']));
		await stage.owner(leaves('grandmother in family'));
		await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@new', '@other home', '@grandmother', 'parent')`);
		expect(
			await stage.owner(
				`select from private.still_asked where meeting_id = '@new' and person_id = '@grandmother'`,
			),
		).toEqual([]);
	},
);

on('of their days nothing is told but to themselves', async (stage) => {
	await called(stage);
	await stage.owner(`update meeting set
		starts_at = (select starts_at from meeting where id = '@new'),
		ends_at = (select ends_at from meeting where id = '@new')
		where id = '@meeting of the other home'`);
	const clashes = `select person_id, source, source_id, starts_at, ends_at from clashes('@new')`;
	// By work neither, nor by what is about the child, which both homes see.
	await stage.owner(`update meeting set starts_at = n.starts_at, ends_at = n.ends_at
		from (select * from meeting where id = '@new') n
		where meeting.id in ('@meeting about the child there', '@meeting of strangers')`);
	await stage.owner(`insert into meeting_attendee (meeting_id, family_id, person_id)
		values ('@meeting of strangers', '@strangers', '@other-parent')`);
	await stage.longAgo(`update meeting_attendee set profession = 'Lærer', place = 'Skolen'
		where meeting_id = '@meeting of strangers' and person_id = '@other-parent'`);
	const told = async (who: ActorName) =>
		(await stage.as(who, clashes)).filter(({ person_id }) => person_id === idOf('other-parent'));
	expect(await told('other-parent')).toHaveLength(3);
	for (const who of [
		'parent',
		'coordinator',
		'teacher',
		'child',
		'young-person',
		'stranger-parent',
	] as const) {
		expect(await told(who), who).toEqual([]);
	}
});

on('that they come from there stays as it is', async (stage) => {
	await called(stage);
	expect(
		await stage.ownersRefusal(`update meeting_attendee set from_other_home = false where meeting_id = '@new'
			and person_id = '@other-parent'`),
	).toBe('23514');
});
