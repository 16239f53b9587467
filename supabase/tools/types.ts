/**
 * Writes src/lib/server/database.types.ts from the migrations with Supabase's own generator, which wants a
 * PostgreSQL address: PGlite is shown to it on a loopback port. Its command line is 135 MB and needed only here, so
 * it is fetched when the types are made and not installed with the project. The first line of the file says from which
 * migrations and with which text it was made; `--check` compares that and needs no generator.
 */
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import * as prettier from 'prettier';
import { migrate, platform } from '../embedded/migrate.ts';
import { openPglite, runner } from '../embedded/pglite.ts';

const generator = 'supabase@3.1.0';
const target = new URL('../../src/lib/server/database.types.ts', import.meta.url);
const migrations = new URL('../migrations/', import.meta.url);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** The first line of a file with this text, made from the migrations as they are now. */
function firstLine(text: string): string {
	const from = readdirSync(migrations)
		.sort()
		.map((name) => readFileSync(new URL(name, migrations), 'utf8'))
		.join('');
	return `// Made by \`npm run db:types\` from migrations ${sha256(from)}; text ${sha256(text)}.\n`;
}

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
	const address = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
	const { stdout } = await promisify(execFile)(
		'npx',
		['--yes', generator, 'gen', 'types', '--lang=typescript', '--schema=public', `--remote=${address}`],
		{ maxBuffer: 20_000_000, env: { ...process.env, DO_NOT_TRACK: '1', SUPABASE_TELEMETRY_DISABLED: '1' } },
	);
	await server.stop();
	await db.close();
	const config = await prettier.resolveConfig(target);
	return prettier.format(stdout, { ...config, parser: 'typescript' });
}

if (process.argv.includes('--check')) {
	const file = readFileSync(target, 'utf8');
	const text = file.slice(file.indexOf('\n') + 1);
	if (file !== firstLine(text) + text) {
		console.error('src/lib/server/database.types.ts is not what the migrations say: run `npm run db:types`.');
		process.exit(1);
	}
} else {
	const text = await generate();
	writeFileSync(target, firstLine(text) + text);
}
process.exit(0);
