/** An offer for somebody who has left is over: whoever sees the plan is told so, and nobody is asked about it. */
import { family, team } from '../actors.ts';
import { expect, on } from '../stage.ts';

const left = `select about_has_left(f) as "hasLeft" from family_offer f where f.id = '@offer suggested to the child'`;
const open = 'select suggestions_to_answer() as open';
const leaves = `update member set left_at = now() where person_id = '@child' and family_id = '@family'`;

on('whoever sees it is told when whom it is for has left, and when they are back', async ({ as, owner }) => {
	for (const who of [...family, ...team]) expect(await as(who, left), who).toEqual([{ hasLeft: false }]);
	await owner(leaves);
	for (const who of ['parent', 'young-person', 'coordinator', 'teacher'] as const)
		expect(await as(who, left), who).toEqual([{ hasLeft: true }]);
	await owner(
		`insert into member (id, family_id, person_id, role) values ('@new', '@family', '@child', 'child')`,
	);
	expect(await as('parent', left)).toEqual([{ hasLeft: false }]);
});

on('what is for the whole family goes on', async ({ as, owner }) => {
	await owner(leaves);
	expect(
		await as(
			'parent',
			`select about_has_left(f) as "hasLeft" from family_offer f where f.id = '@offer suggested'`,
		),
	).toEqual([{ hasLeft: false }]);
});

on('nobody is asked about it any more, a parent of theirs in another home neither', async ({ as, owner }) => {
	const [{ open: before } = {}] = await as('parent', open);
	await owner(
		`insert into member (id, family_id, person_id, role) values ('@new', '@other home', '@parent', 'parent')`,
	);
	expect(await as('parent', open)).toEqual([{ open: before }]);
	await owner(leaves);
	expect(await as('parent', open)).toEqual([{ open: Number(before) - 1 }]);
});

on('nobody else learns it by writing the row themselves', async ({ as, owner }) => {
	await owner(leaves);
	const written = `select about_has_left(jsonb_populate_record(null::family_offer,
		jsonb_build_object('id', '@offer suggested to the child'))) as "hasLeft"`;
	for (const who of ['stranger-parent', 'project-lead', 'former-mentor', 'child'] as const)
		expect(await as(who, written), who).toEqual([{ hasLeft: null }]);
});
