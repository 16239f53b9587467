/** The words of a catalogue are asked by the search and by nobody else. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

const words = {
	municipality: 'biblioteket fodbold gammel hjælp if lektiecafé lektier nordby træning'.split(' '),
	'other municipality': 'biblioteket fjern hjælp lektiecafé lektier sydby'.split(' '),
};

table('vocabulary', {
	schema: 'private',
	key: ['municipality_id', 'word'],
	select: Object.fromEntries(
		Object.entries(words).flatMap(([whose, all]) => all.map((word) => [`${whose} / ${word}`, nobody])),
	),
	insert: {
		'a word': {
			sql: `insert into private.vocabulary (municipality_id, word, stem, verified_on)
				values ('@municipality', 'ord', 'ord', '2026-01-01')`,
			by: nobody,
		},
	},
	update: { 'how fresh it is': { set: `verified_on = '2999-01-01'`, changes: {} } },
	delete: {},
});
