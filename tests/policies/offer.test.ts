/** Families see their municipality's offers that hold and were checked within a year, and those they chose; professionals see all of them; the project lead keeps them. */
import { family, nobody, team } from './actors.ts';
import { table } from './table.ts';

const staff = [...team, 'project-lead', 'guest', 'former-mentor'] as const;
const families = [...family, 'other-parent', 'stranger-parent'] as const;

const add = (municipality: string) =>
	`insert into offer (id, municipality_id, title, description, provider, provider_kind, place, contact)
		values ('@new', '@${municipality}', 'Nyt', 'Nyt', 'Byen', 'municipality', 'Byen', '70')`;

table('offer', {
	select: {
		'fresh offer': [...families, ...staff],
		'second offer': [...families, ...staff],
		'stale offer': [...staff],
		'retired offer': [...staff],
		'chosen offer that stopped': ['parent', 'other-parent', 'young-person', 'child', ...staff],
		'far offer': ['stranger-coordinator'],
	},
	insert: {
		'an offer': { sql: add('municipality'), by: ['project-lead'] },
		'an offer of another municipality': { sql: add('other municipality'), by: nobody },
	},
	update: {
		'the place': {
			set: `place = 'Et andet sted'`,
			changes: {
				'fresh offer': ['project-lead'],
				'second offer': ['project-lead'],
				'stale offer': ['project-lead'],
				'retired offer': ['project-lead'],
				'chosen offer that stopped': ['project-lead'],
			},
		},
		'another municipality': { set: `municipality_id = '@other municipality'`, changes: {} },
	},
	delete: {},
});
