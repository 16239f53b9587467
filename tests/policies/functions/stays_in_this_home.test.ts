/** Whether a goal about a child that came back stays in the home that wrote it: told to that family alone. */
import { actorNames } from '../actors.ts';
import { expect, on } from '../stage.ts';

const asked = `select stays_in_this_home('@goal about the child') as here`;

on('whoever is of the family is told that it is from before, nobody else', async (stage) => {
	const told = async () => {
		const who = [];
		for (const one of actorNames) {
			if ((await stage.refusal(one, asked)) !== null) {
				expect(['anonymous', 'session-keeper', 'service-key'], one).toContain(one);
			} else if ((await stage.as(one, asked))[0]!.here) who.push(one);
		}
		return who.sort();
	};
	expect(await told(), 'the child never left').toEqual([]);
	await stage.longAgo(
		`update goal_wording set said_at = now() - interval '2 days' where family_id = '@family'`,
	);
	await stage.longAgo(`update member set left_at = now() - interval '3 days' where id = '@child in family'`);
	await stage.owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@new', '@family', '@child', 'child', now() - interval '1 day')`);
	expect(await told()).toEqual(['child', 'parent', 'young-person']);
	await stage.as('parent', `update goal set title = 'Med andre ord' where id = '@goal about the child'`);
	expect(await told()).toEqual([]);
});
