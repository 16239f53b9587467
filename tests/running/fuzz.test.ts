/** Every form, sent wrongly 300 times; `npm run fuzz` does it any number of times, with any seed. */
import { expect, test } from 'vitest';
import { freshData } from '../e2e/prepare.ts';
import { startServer } from '../e2e/server.ts';
import { fuzz, told } from '../fuzz/fuzz.ts';

const seed = 1;

test('whatever a form is sent with, the house answers in words', async () => {
	// So many requests earn it back that the database is compiled well.
	const server = await startServer(freshData('fuzz'), {}, { isMeasured: true });
	// However slow the machine: an answer that never comes is one that the test's own time-out meets too.
	const options = { requests: 300, again: 10, seed, patience: 60_000, pageOf: 100 };
	const { forms, requests, findings } = await fuzz(server.url, options);
	await server.stop();
	console.log(`${requests} requests to ${forms} forms with seed ${seed}`);
	expect(findings.map((finding) => told(finding, seed))).toEqual([]);
	expect(forms).toBeGreaterThan(40);
}, 1_200_000);
