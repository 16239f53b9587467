/** About whom what a family writes is read in another home too: told to that family. */
import { actorNames, type ActorName } from '../actors.ts';
import { idOf, nameOf } from '../labels.ts';
import { expect, on, type Stage } from '../stage.ts';

const families = ['family', 'other home', 'strangers', 'far family'];
for (const name of families) idOf(name);
const read = `select * from read_elsewhere(array[${families.map((name) => `'@${name}'::uuid`).join(', ')}])`;
const told = async ({ as }: Stage, who: ActorName) =>
	(await as(who, read)).map(
		({ family_id, person_id }) => `${nameOf(person_id as string)} in ${nameOf(family_id as string)}`,
	);

on('everybody of a family is told of its own children, nobody else', async (stage) => {
	const ofFamily = ['child in family'];
	const ofOther = ['child in other home'];
	for (const who of actorNames) {
		if ((await stage.refusal(who, read)) !== null) {
			expect(['anonymous', 'session-keeper', 'service-key'], who).toContain(who);
			continue;
		}
		const expected: Partial<Record<ActorName, string[]>> = {
			parent: ofFamily,
			'young-person': ofFamily,
			child: [...ofFamily, ...ofOther],
			'other-parent': ofOther,
		};
		expect((await told(stage, who)).sort(), who).toEqual(expected[who] ?? []);
	}
});

on('it is so for as long as the other home reads a goal', async (stage) => {
	const goals = `select id from goal where id = '@goal about the child'`;
	for (const change of [
		`update member set left_at = now() where id = '@child in other home'`,
		`update member set left_at = now() where id = '@other parent in other home'`,
		`update birth set born_on = private.today() - interval '18 years' where person_id = '@child'`,
	]) {
		await stage.owner('savepoint before');
		await stage.owner(change);
		expect(await stage.as('other-parent', goals), change).toEqual([]);
		expect(await told(stage, 'parent'), change).toEqual([]);
		await stage.owner('rollback to before');
	}
	// Also where that home takes part no more: it reads what it read.
	await stage.owner(`update enrolment set ended_on = private.today() where id = '@enrolment of other home'`);
	expect(await stage.as('other-parent', goals)).toHaveLength(1);
	expect(await told(stage, 'parent')).toEqual(['child in family']);
});

on('a parent of both homes is no other home', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@new', '@family', '@other-parent', 'parent')`);
	expect(await told(stage, 'parent')).toEqual([]);
});
