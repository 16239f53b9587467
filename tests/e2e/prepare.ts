import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../src/start/build.ts';
import { startServer } from './server.ts';

/** A folder for demo data that runs begun from here share. @returns what takes it away */
export function shareData() {
	const folder = mkdtempSync(join(tmpdir(), 'vores-plan-'));
	process.env.E2E_FOLDER = folder;
	return () => {
		delete process.env.E2E_FOLDER;
		rmSync(folder, { recursive: true, force: true });
	};
}

/** Builds the app and makes one folder of demo data that every test file starts from a copy of. */
export default async function prepare() {
	const takeAway = process.env.E2E_FOLDER ? undefined : shareData();
	const template = join(process.env.E2E_FOLDER!, 'template');
	// Several projects of one run ask for it, and several runs of `npm test`; the first has made it.
	if (existsSync(template)) return;
	await buildIfNeeded();
	const server = await startServer(template);
	await server.stop();
	return takeAway;
}

/** A data folder of one's own, as fresh as after the first start. */
export function freshData(name: string): string {
	const folder = process.env.E2E_FOLDER!;
	const own = join(folder, name);
	cpSync(join(folder, 'template'), own, { recursive: true });
	return own;
}
