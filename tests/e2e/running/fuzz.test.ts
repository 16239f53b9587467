/** Every form, sent wrongly a few times; `npm run fuzz` does it hundreds of times. */
import { expect, test } from '@playwright/test';
import { fuzz, told } from '../../fuzz/fuzz.ts';
import { freshData } from '../prepare.ts';
import { startServer } from '../server.ts';

test('whatever a form is sent with, the house answers in words', async () => {
	const server = await startServer(freshData('fuzz'));
	// However slow the machine: an answer that never comes is one that the test's own time-out meets too.
	const { forms, findings } = await fuzz(server.url, { requests: 2, seed: 1, patience: 60_000 });
	await server.stop();
	expect(findings.map(told)).toEqual([]);
	expect(forms).toBeGreaterThan(40);
});
