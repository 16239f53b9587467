/** Which offers hold a word, the database keeps for itself. */
import { nobody } from './actors.ts';
import { table } from './table.ts';

const words = {
	'municipality / biblioteket': ['fresh offer', 'stale offer'],
	'municipality / fodbold': ['second offer'],
	'municipality / gammel': ['stale offer'],
	'municipality / hjælp': ['fresh offer', 'stale offer'],
	'municipality / if': ['second offer'],
	'municipality / lektiecafé': ['fresh offer', 'stale offer'],
	'municipality / lektier': ['fresh offer', 'stale offer'],
	'municipality / nordby': ['fresh offer', 'second offer', 'stale offer'],
	'municipality / træning': ['second offer'],
	...Object.fromEntries(
		'biblioteket fjern hjælp lektiecafé lektier sydby'
			.split(' ')
			.map((word) => [`other municipality / ${word}`, ['far offer']]),
	),
};

table('offer_word', {
	schema: 'private',
	key: ['municipality_id', 'word', 'offer_id'],
	select: Object.fromEntries(
		Object.entries(words).flatMap(([word, offers]) => offers.map((offer) => [`${word} / ${offer}`, nobody])),
	),
	insert: {
		'a word': {
			sql: `insert into private.offer_word (municipality_id, word, offer_id, weight, verified_on)
				values ('@municipality', 'ord', '@fresh offer', 4, '2026-01-01')`,
			by: nobody,
		},
	},
	update: { 'how fresh it is': { set: `verified_on = '2999-01-01'`, changes: {} } },
	delete: {},
});
