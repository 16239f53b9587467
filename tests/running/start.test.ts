/** `npm start` as an operator meets it: what it says, and what it refuses in a line. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { spawn, spawnSync } from 'node:child_process';
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openPglite } from '../../supabase/embedded/pglite.ts';
import { startEmbedded } from '../../src/start/embedded.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';

/** Starts with these settings and returns what it says when it refuses. */
const refusalOf = (settings: Record<string, string>) => refusalWithin([], settings);

/** The same through a command that runs it. */
function refusalWithin([command, ...given]: string[], settings: Record<string, string>) {
	const [run, ...words] = [...(command ? [command, ...given] : []), process.execPath, 'src/start/main.ts'];
	const { status, stderr } = spawnSync(run!, words, {
		encoding: 'utf8',
		timeout: 60_000,
		env: { PATH: process.env.PATH, ...settings },
	});
	return { status, lines: stderr.trim().split('\n') };
}

test('a second start on the same data says who has it', async () => {
	const data = freshData('twice');
	const first = await startServer(data);
	const { status, lines } = refusalOf({ DATA_DIR: data, PORT: '0' });
	expect(status).toBe(1);
	expect(lines.join('\n')).toContain(`is in use by process ${first.process.pid}`);
	await first.stop();
});

// What containers do, where there is the right to.
const apart = ['-p', '-f', '--mount-proc'];
const mayBeApart = spawnSync('unshare', [...apart, 'true']).status === 0;
test.runIf(mayBeApart)('so does one in another container on the same volume', async () => {
	const data = freshData('volume');
	const first = await startServer(data);
	const { status, stderr } = spawnSync('unshare', [...apart, process.execPath, 'src/start/main.ts'], {
		encoding: 'utf8',
		timeout: 60_000,
		env: { PATH: process.env.PATH, DATA_DIR: data, PORT: '0' },
	});
	expect(status).toBe(1);
	expect(stderr).toContain(`is in use by process ${first.process.pid} of another container or machine`);
	expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
	await first.stop();
});

test('the app and its database say that they answer', async () => {
	const server = await startServer(freshData('health'));
	const answer = await fetch(`${server.url}/healthz`);
	expect(answer.status).toBe(200);
	expect(await answer.json()).toEqual({ app: 'ok', database: 'ok' });
	await server.stop();
});

for (const [what, data, words] of [
	['is a file', 'package.json', /cannot be used: it is a file/],
	['goes through a file', 'package.json/data', /cannot be used: part of it is a file/],
	['cannot be written to', '/sys/vores-plan', /cannot be used/],
] as const) {
	test(`a DATA_DIR that ${what} is refused in one line`, () => {
		const { status, lines } = refusalOf({ DATA_DIR: data, PORT: '0' });
		expect(status).toBe(1);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(/^DATA_DIR: /);
		expect(lines[0]).toMatch(words);
	});
}

test('files that may not grow as a database must is said in one line, and the next start begins anew', () => {
	const data = join(mkdtempSync(join(tmpdir(), 'growing-')), 'data');
	const withLimit = ['sh', '-c', 'ulimit -f 8000; exec "$0" "$@"'];
	const { status, lines } = refusalWithin(withLimit, { DATA_DIR: data, PORT: '0' });
	expect(status).toBe(1);
	expect(lines).toEqual([
		`DATA_DIR: ${data} cannot be used: files there may not grow as they must (ulimit -f).`,
	]);
	expect(readdirSync(data).sort()).toEqual(['pglite', 'pglite-unfinished']);
	rmSync(dirname(data), { recursive: true });
});

test('a database that cannot begin is ended, and left behind by nobody', async () => {
	const data = mkdtempSync(join(tmpdir(), 'stuck-'));
	await expect(startEmbedded(data, false, { starting: 1 })).rejects.toThrow('did not start');
	expect(readdirSync(data).filter((name) => name === 'lock')).toEqual([]);

	// Files of 8 MB are enough to begin, and not to go on: it hears no word any more.
	const start = spawn(
		'sh',
		['-c', 'ulimit -f 16000; exec "$0" "$@"', process.execPath, 'src/start/main.ts'],
		{
			stdio: 'ignore',
			env: { PATH: process.env.PATH, DATA_DIR: data, PORT: '0' },
		},
	);
	const gone = new Promise((resolve) => start.once('exit', resolve));
	const database = await vi.waitFor(
		() => {
			const [, owner] = readFileSync(join(data, 'lock'), 'utf8').split(' ');
			return Number(owner!.split('@')[0]);
		},
		{ timeout: 60_000, interval: 100 },
	);
	await vi.waitFor(() => statSync(join(data, 'pglite/PG_VERSION')), { timeout: 60_000, interval: 100 });
	start.kill();
	await gone;
	expect(() => process.kill(database, 0)).toThrow('ESRCH');
	rmSync(data, { recursive: true });
});

/** A disk of its own, with room for bytes and for so many files. */
const onDisk = (folder: string, files: number) => [
	...['unshare', '-m', 'sh', '-c'],
	`mount -t tmpfs -o size=200m,nr_inodes=${files} tmpfs ${folder} && exec "$0" "$@"`,
];
const mayMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
test.runIf(mayMount)('a disk that is full while the database is being made is said in one line', () => {
	const folder = mkdtempSync(join(tmpdir(), 'full-'));
	const { status, lines } = refusalWithin(onDisk(folder, 300), { DATA_DIR: join(folder, 'data'), PORT: '0' });
	expect(status).toBe(1);
	expect(lines).toEqual([
		`DATA_DIR: ${folder}/data cannot be used: the disk is full; make room and start again.`,
	]);
	rmSync(folder, { recursive: true });
});

test.runIf(mayMount)('a disk of its own for the database, and full, is said to be full', () => {
	const folder = mkdtempSync(join(tmpdir(), 'full-'));
	mkdirSync(join(folder, 'pglite'));
	const { lines } = refusalWithin(
		[...['unshare', '-m', 'sh', '-c'], `mount -t tmpfs -o size=20m tmpfs ${folder}/pglite && exec "$0" "$@"`],
		{ DATA_DIR: folder, PORT: '0' },
	);
	expect(lines).toEqual([`DATA_DIR: ${folder} cannot be used: the disk is full; make room and start again.`]);
	rmSync(folder, { recursive: true });
});

const isRoot = process.getuid!() === 0;
/** Who may do everything everywhere starts it as somebody who may not. */
const asNobody = isRoot ? ['setpriv', '--reuid=65534', '--clear-groups'] : [];
const mayBeNobody =
	!isRoot ||
	spawnSync(asNobody[0]!, [
		...asNobody.slice(1),
		process.execPath,
		'-e',
		"fs.accessSync('src/start/main.ts')",
	]).status === 0;
describe.runIf(mayBeNobody)('a database in a good folder is refused in one line', () => {
	let data: string;
	beforeEach(() => {
		data = mkdtempSync(join(tmpdir(), 'refused-'));
		cpSync(freshData('good'), data, { recursive: true });
		if (isRoot) {
			for (const name of ['', ...readdirSync(data, { recursive: true, encoding: 'utf8' })])
				chownSync(join(data, name), 65534, 65534);
		}
	});
	afterEach(() => rmSync(data, { recursive: true, force: true }));

	test.each(['pglite', 'pglite/global/pg_control'])('that may not read %s', (name) => {
		chmodSync(join(data, name), 0);
		const { status, lines } = refusalWithin(asNobody, { DATA_DIR: data, PORT: '0' });
		chmodSync(join(data, name), 0o700);
		expect(status).toBe(1);
		expect(lines).toEqual([
			`DATA_DIR: ${join(data, name)} cannot be used: there is no permission to read and write there.`,
		]);
	});

	test('whose files are damaged', () => {
		writeFileSync(join(data, 'pglite/global/pg_control'), 'nothing that PostgreSQL knows');
		const { status, lines } = refusalWithin(asNobody, { DATA_DIR: data, PORT: '0' });
		expect(status).toBe(1);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(/^DATA_DIR: the database in .* is damaged and cannot be opened; put a copy/);
	});
});

test('a port that is taken is said before anything is written', async () => {
	const other = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => other.once('listening', resolve));
	const { port } = other.address() as AddressInfo;
	const data = freshData('port') + '-none';
	const { status, lines } = refusalOf({ DATA_DIR: data, PORT: String(port) });
	other.close();
	expect(status).toBe(1);
	expect(lines).toEqual([`PORT: ${port} is in use; set PORT to another number.`]);
	expect(existsSync(data)).toBe(false);
});

test('a database of another version is refused by name; demo families begin anew beside it', async () => {
	const data = freshData('older');
	const database = await openPglite(join(data, 'pglite'));
	await database.exec(`update supabase_migrations.fingerprint set sha256 = 'another'`);
	await database.close();

	const { status, lines } = refusalOf({ DATA_DIR: data, PORT: '0', DEMO: '0' });
	expect(status).toBe(1);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/^DATA_DIR: the database in .*older was made by another version/);

	const server = await startServer(data);
	expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
	expect(readdirSync(data)).toContain('pglite-old-1');
	await server.stop();
});

const wrong: [string, Record<string, string>, RegExp][] = [
	['PORT', { PORT: 'many' }, /^PORT/],
	['ORIGIN', { ORIGIN: 'plan.example.dk' }, /^ORIGIN/],
	['the key', { SUPABASE_URL: 'https://x.example' }, /^SUPABASE_PUBLISHABLE_KEY is missing/],
	[
		'a secret key',
		{ SUPABASE_URL: 'https://x.example', SUPABASE_PUBLISHABLE_KEY: 'sb_secret_1' },
		/^SUPABASE_PUBLISHABLE_KEY is a secret key/,
	],
	[
		'what signs',
		{ SUPABASE_URL: 'https://x.example', SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1' },
		/^SUPABASE_JWT_PRIVATE_KEY/,
	],
	[
		'a key that is none',
		{
			SUPABASE_URL: 'https://x.example',
			SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1',
			SUPABASE_JWT_PRIVATE_KEY: '{"kty":"RSA"}',
		},
		/^SUPABASE_JWT_PRIVATE_KEY must be/,
	],
];
for (const [what, settings, words] of wrong) {
	test(`a wrong or missing setting (${what}) stops the start with one line that names it`, () => {
		const { status, lines } = refusalOf(settings);
		expect(status).toBe(1);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(words);
	});
}

test('against another Supabase nothing embedded starts, and the demo is off unless asked for by name', async () => {
	const supabase = await startEmbedded(freshData('hosted'), true);
	const settings = {
		SUPABASE_URL: supabase.url,
		SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
		SUPABASE_JWT_SECRET: supabase.jwtSecret,
	};
	const demoSignIn = (server: Server) =>
		fetch(`${server.url}/demo/sign-in`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: server.url },
			body: new URLSearchParams({ persona: 'parent' }),
		});

	// A folder that cannot be made shows that none is wanted.
	const real = await startServer('/dev/null/nothing', settings);
	expect((await fetch(`${real.url}/healthz`)).status).toBe(200);
	expect((await demoSignIn(real)).status).toBe(404);
	expect(await (await fetch(`${real.url}/sign-in`)).text()).not.toContain('name="persona"');
	await real.stop();

	const demo = await startServer('/dev/null/nothing', { ...settings, DEMO: '1' });
	expect((await demoSignIn(demo)).status).toBe(303);
	await demo.stop();
	await supabase.stop();
});
