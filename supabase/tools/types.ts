/**
 * Writes src/lib/server/database.types.ts from the migrations with Supabase's own generator, which wants a
 * PostgreSQL address: PGlite is shown to it on a loopback port. `--check` only says whether the file is fresh.
 */
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as prettier from 'prettier';
import { migrate, platform } from '../embedded/migrate.ts';
import { openPglite, runner } from '../embedded/pglite.ts';

const target = new URL('../../src/lib/server/database.types.ts', import.meta.url);

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

async function generate(): Promise<string> {
	const db = await openPglite();
	await db.exec(platform());
	await migrate(runner(db));
	const port = await freePort();
	const server = new PGLiteSocketServer({ db, port, host: '127.0.0.1' });
	await server.start();
	const cli = join(
		dirname(createRequire(import.meta.url).resolve('supabase/package.json')),
		'dist/supabase.js',
	);
	const address = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[cli, 'gen', 'types', '--lang=typescript', '--schema=public', `--remote=${address}`],
		{ maxBuffer: 20_000_000, env: { ...process.env, DO_NOT_TRACK: '1', SUPABASE_TELEMETRY_DISABLED: '1' } },
	);
	await server.stop();
	await db.close();
	const config = await prettier.resolveConfig(target);
	return prettier.format(stdout, { ...config, parser: 'typescript' });
}

const fresh = await generate();
if (process.argv.includes('--check')) {
	if (readFileSync(target, 'utf8') !== fresh) {
		console.error('src/lib/server/database.types.ts is not what the migrations say: run `npm run db:types`.');
		process.exit(1);
	}
} else {
	writeFileSync(target, fresh);
}
process.exit(0);
