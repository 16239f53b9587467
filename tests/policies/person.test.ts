/** People see those they share a family, a team, a workplace or a meeting with, and who has read their answers. */
import { family, nobody, people, team } from './actors.ts';
import { table } from './table.ts';

const staff = [...team, 'project-lead', 'guest', 'former-mentor'] as const;

table('person', {
	select: {
		parent: [...family, ...team, 'other-parent'],
		// He proposed meetings about the child and brought a point to one, so those who meet know his name.
		'other-parent': ['other-parent', ...family, ...team],
		'young-person': [...family, ...team],
		child: [...family, ...team, 'other-parent'],
		grandmother: [...family, ...team],
		'former-partner': ['former-partner', ...family, ...team, 'guest'],
		'stranger-parent': ['stranger-parent', 'former-mentor'],
		'stranger-child': ['stranger-parent', 'former-mentor'],
		'far-parent': ['stranger-coordinator'],
		coordinator: [...staff, ...family, 'other-parent', 'former-partner'],
		teacher: [...staff, ...family],
		'job-adviser': [...staff, ...family],
		// She has invited into two families, whose parents know who did.
		'project-lead': [...staff, 'parent', 'stranger-parent'],
		guest: [...staff, ...family],
		// Has read the parent's answers and was in the team: her name stays in the history.
		'former-mentor': [...staff, ...family, 'stranger-parent'],
		// She has left the job: the project lead and those she worked with know her name.
		'former-nurse': ['former-nurse', ...family, ...team, 'guest', 'project-lead'],
		'neighbour-helper': [...staff, 'other-parent', 'child'],
		'stranger-coordinator': ['stranger-coordinator'],
		'far-lead': ['stranger-coordinator'],
	},
	insert: {
		'a person': { sql: `insert into person (id, name) values ('@new', 'Ny')`, by: nobody },
	},
	update: {
		'the name': { set: `name = 'Nyt navn'`, changes: onlyThemselves() },
		'becomes somebody else': { set: `id = '@new'`, changes: {} },
	},
	delete: {},
});

function onlyThemselves() {
	return Object.fromEntries(people.map((name) => [name, [name]]));
}
