/** The ids of those who can come in to the demo (supabase/seed/00_shorthand.sql): a form says for whom it was drawn. */
const person = (tail: string) => `00000000-0000-7000-8001-0000000000${tail}`;
export const people = {
	parent: person('a1'),
	'other-parent': person('b1'),
	'young-person': person('a2'),
	child: person('a3'),
	coordinator: person('e1'),
	teacher: person('e2'),
	'job-adviser': person('e3'),
	'project-lead': person('e4'),
	'stranger-parent': person('c1'),
	'stranger-coordinator': person('f1'),
};
