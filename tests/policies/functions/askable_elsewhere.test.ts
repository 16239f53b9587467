/** Whom of the other homes of a family's children one can ask to a meeting: told to who calls its meetings. */
import { actorNames, nobody, type ActorName } from '../actors.ts';
import { idOf } from '../labels.ts';
import { expect, on, type Stage } from '../stage.ts';

const asked = (family: string) => `select * from askable_elsewhere('@${family}')`;
const ole = { child_id: idOf('child'), person_id: idOf('other-parent'), name: 'Ole' };

/** Who is told of somebody. */
async function toldOf({ as, refusal }: Stage, family: string) {
	const told: ActorName[] = [];
	for (const who of actorNames) {
		if ((await refusal(who, asked(family))) === null && (await as(who, asked(family))).length) told.push(who);
	}
	return told;
}

on('a parent and the coordinator are told, nobody else', async (stage) => {
	expect(await stage.as('parent', asked('family'))).toEqual([ole]);
	expect(await toldOf(stage, 'family')).toEqual(['parent', 'coordinator']);
	expect(await toldOf(stage, 'other home')).toEqual(['other-parent']);
	expect(await toldOf(stage, 'strangers')).toEqual(nobody);
	expect(await toldOf(stage, 'new')).toEqual(nobody);
	for (const who of ['anonymous', 'session-keeper', 'service-key'] as const) {
		expect(await stage.refusal(who, asked('family')), who).toBe('42501');
	}
});

on('parents of that home, and no relative, no grown or other child, nobody of its team', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@grandmother there', '@other home', '@grandmother', 'relative'),
		('@stepmother there', '@other home', '@far-parent', 'parent'),
		('@stepchild there', '@other home', '@stranger-child', 'child')`);
	expect(await stage.as('parent', asked('family'))).toEqual([
		{ ...ole, person_id: idOf('far-parent'), name: 'Fatima' },
		ole,
	]);
});

on('of two children, with each', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@young person there', '@other home', '@young-person', 'child')`);
	expect(await stage.as('parent', asked('family'))).toHaveLength(2);
});

for (const [why, change] of [
	['the child has left that home', `update member set left_at = now() where id = '@child in other home'`],
	['the child has left this one', `update member set left_at = now() where id = '@child in family'`],
	['the parent has left', `update member set left_at = now() where id = '@other parent in other home'`],
	[
		'the child is 18',
		`update birth set born_on = private.today() - interval '18 years' where person_id = '@child'`,
	],
	[
		'that home takes part no more',
		`update enrolment set ended_on = private.today() where id = '@enrolment of other home'`,
	],
	[
		'the parent is of this family too',
		`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@other-parent', 'relative')`,
	],
] as const) {
	on(`nobody once ${why}`, async (stage) => {
		await stage.owner(change);
		expect(await stage.as('parent', asked('family'))).toEqual([]);
	});
}
