/** What a search costs in a catalogue of 20,000 offers, on the embedded database: words that are known, ordinary, and unknown. */
import { fill } from '../../policies/fixture.ts';
import { idOf } from '../../policies/labels.ts';
import { actAs, rolledBack } from '../../database/acting.ts';
import { grow, ordinaryWords, unknownWords } from '../../database/catalogue-of-many.ts';
import { open } from '../../database/open.ts';

const questions: Record<string, [words: string, town: string | null, age: number | null]> = {
	'one known word': ['fodbold', null, null],
	...Object.fromEntries(Object.entries(ordinaryWords).map(([name, words]) => [name, [words, null, null]])),
	'sixteen unknown words': [unknownWords, null, null],
	'no words': ['', null, null],
	'a town': ['', 'by', null],
	'an age': ['', null, 30],
};
const runs = 40;

/** Lines to print. */
export async function searchBench(offers = 20_000): Promise<string> {
	const db = await open('');
	await fill(db);
	await grow(db, idOf('municipality'), offers);
	const lines = [`${'search'.padEnd(24)}p50 ms  p95 ms`];
	await rolledBack(db, async () => {
		await actAs(db, { role: 'authenticated', person: idOf('parent') });
		for (const [name, [words, town, age]] of Object.entries(questions)) {
			const times: number[] = [];
			for (let run = 0; run < runs; run += 1) {
				const began = performance.now();
				await db.run('select * from public.search_offers(words => $1, town => $2, age => $3)', [
					words,
					town,
					age,
				]);
				times.push(performance.now() - began);
			}
			times.sort((a, b) => a - b);
			const [p50, p95] = [0.5, 0.95].map((part) => times[Math.floor(runs * part)]!.toFixed(0).padStart(6));
			lines.push(`${name.padEnd(24)}${p50}  ${p95}`);
		}
	});
	await db.close();
	return lines.join('\n');
}
