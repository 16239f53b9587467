/**
 * `npm run fuzz -- --requests 1000 --seed 1`: tries every form of a house of its own, and prints what it found, each
 * with the words that send it again alone (--who, --form, --number). One request of `--page-of` is read as a page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded, copyToRun } from '../../src/start/build.ts';
import { startServer } from '../e2e/server.ts';
import { doorsOf } from './doors.ts';
import { fuzz, told } from './fuzz.ts';

const { values } = parseArgs({
	options: {
		requests: { type: 'string', default: '300' },
		seed: { type: 'string', default: '1' },
		patience: { type: 'string', default: '10000' },
		'page-of': { type: 'string', default: '10' },
		who: { type: 'string' },
		form: { type: 'string' },
		number: { type: 'string' },
	},
});
await buildIfNeeded();
const folder = mkdtempSync(join(tmpdir(), 'vores-plan-fuzz-'));
const server = await startServer(folder);
try {
	const { forms, exhausted, requests, waited, findings } = await fuzz(
		server.url,
		await doorsOf(copyToRun()),
		{
			requests: Number(values.requests),
			seed: Number(values.seed),
			patience: Number(values.patience),
			pageOf: Number(values['page-of']),
			only: {
				who: values.who,
				form: values.form,
				number: values.number === undefined ? undefined : Number(values.number),
			},
			progress: (done, of) => process.stderr.write(`${done} of ${of} forms\r`),
		},
	);
	for (const finding of findings) console.log(told(finding, Number(values.seed)));
	console.log(
		`${forms} forms (${exhausted} with no more ways of being wrong), ${requests} requests with seed ${values.seed} (${waited} asked to wait), ${findings.length} findings`,
	);
	process.exitCode = findings.length ? 1 : 0;
} finally {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
