/** `npm run fuzz -- --requests 300 --seed 1`: tries every form of a house of its own, and prints what it found. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../../src/start/build.ts';
import { startServer } from '../e2e/server.ts';
import { fuzz, told } from './fuzz.ts';

const { values } = parseArgs({
	options: {
		requests: { type: 'string', default: '300' },
		seed: { type: 'string', default: '1' },
		patience: { type: 'string', default: '10000' },
	},
});
await buildIfNeeded();
const folder = mkdtempSync(join(tmpdir(), 'vores-plan-fuzz-'));
const server = await startServer(folder);
try {
	const { forms, requests, waited, findings } = await fuzz(server.url, {
		requests: Number(values.requests),
		seed: Number(values.seed),
		patience: Number(values.patience),
	});
	for (const finding of findings) console.log(told(finding));
	console.log(
		`${forms} forms, ${requests} requests with seed ${values.seed} (${waited} asked to wait), ${findings.length} findings`,
	);
	process.exitCode = findings.length ? 1 : 0;
} finally {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
