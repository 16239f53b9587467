import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../src/start/build.ts';
import { startServer } from './server.ts';

/** Builds the app and makes one folder of demo data that every test file starts from a copy of. */
export default async function prepare() {
	// Several projects of one run ask for it; the first has made it.
	if (process.env.E2E_FOLDER) return;
	await buildIfNeeded();
	const folder = mkdtempSync(join(tmpdir(), 'vores-plan-'));
	const server = await startServer(join(folder, 'template'));
	await server.stop();
	process.env.E2E_FOLDER = folder;
	return () => {
		delete process.env.E2E_FOLDER;
		rmSync(folder, { recursive: true, force: true });
	};
}

/** A data folder of one's own, as fresh as after the first start. */
export function freshData(name: string): string {
	const folder = process.env.E2E_FOLDER!;
	const own = join(folder, name);
	cpSync(join(folder, 'template'), own, { recursive: true });
	return own;
}
