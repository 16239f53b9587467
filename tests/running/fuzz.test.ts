/** Every form and every action, sent wrongly 300 times; `npm run fuzz` does it any number of times, with any seed. */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copyToRun } from '../../src/start/build.ts';
import { freshServer } from './fresh.ts';
import { doorsOf } from '../fuzz/doors.ts';
import { fuzz, told } from '../fuzz/fuzz.ts';

const seed = 1;

test('whatever a form is sent with, the house answers in words', async () => {
	const server = await freshServer('fuzz');
	// However slow the machine: an answer that never comes is one that the test's own time-out meets too.
	const options = { requests: 300, again: 10, seed, patience: 60_000, pageOf: 100 };
	const doors = await doorsOf(copyToRun());
	const { forms, exhausted, requests, tried, findings } = await fuzz(server.url, doors, options);
	await server.stop();
	console.log(
		`${requests} different requests to ${forms} forms with seed ${seed}; ${exhausted} have no more ways of being wrong`,
	);
	expect(findings.map((finding) => told(finding, seed))).toEqual([]);
	expect(doors.filter((door) => !tried.has(door))).toEqual([]);
	// The built app's actions are those of the sources.
	const acting = globSync('src/routes/**/+page.server.ts').filter((file) =>
		readFileSync(file, 'utf8').includes('export const actions'),
	);
	expect(acting.length).toBeGreaterThan(30);
	expect([...new Set(doors.map(({ route }) => route))].sort()).toEqual(
		acting
			.map((file) => file.replace(/^src\/routes|\/\+page\.server\.ts$/g, '').replace(/\/\([^)]*\)/g, ''))
			.sort(),
	);
}, 1_200_000);
