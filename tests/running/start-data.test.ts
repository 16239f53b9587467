/** The folder that `npm start` is given: whose it is, whether it can be used, and what a refusal says in a line. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	chownSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openPglite } from '../../supabase/embedded/pglite.ts';
import { startEmbedded } from '../../src/start/embedded.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';
import { npmStart, refusalOf, refusalWithin } from './starting.ts';

describe('data that is in use', () => {
	let data: string;
	let first: Server;
	beforeAll(async () => {
		data = freshData('in-use');
		first = await startServer(data);
	});
	afterAll(() => first.stop());

	test('is left alone by a second start, which says who has it', () => {
		const { status, lines } = refusalOf({ DATA_DIR: data, PORT: '0' });
		expect(status).toBe(1);
		expect(lines.join('\n')).toContain(`is in use by process ${first.process.pid}`);
	});

	// What containers do, where there is the right to.
	const apart = ['unshare', '-p', '-f', '--mount-proc'];
	const mayBeApart = spawnSync(apart[0]!, [...apart.slice(1), 'true']).status === 0;
	test.runIf(mayBeApart)('is left alone by one in another container on the same volume', async () => {
		const { status, lines } = refusalWithin(apart, { DATA_DIR: data, PORT: '0' });
		expect(status).toBe(1);
		expect(lines.join('\n')).toContain(
			`is in use by process ${first.process.pid} of another container or machine`,
		);
		expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
	});
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
	const start = spawn('sh', ['-c', 'ulimit -f 16000; exec "$0" "$@"', ...npmStart], {
		stdio: 'ignore',
		env: { PATH: process.env.PATH, DATA_DIR: data, PORT: '0' },
	});
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

/** Without demo families it is refused, and nothing is touched. */
function refusesOtherVersion(data: string) {
	const { status, lines } = refusalOf({ DATA_DIR: data, PORT: '0', DEMO: '0' });
	expect(status).toBe(1);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/^DATA_DIR: the database in .*older.* was made by another version/);
	expect(readdirSync(data)).not.toContain('pglite-old-1');
}

test('a database with other migrations is refused by name; demo families begin anew beside it', async () => {
	const data = freshData('older');
	const database = await openPglite(join(data, 'pglite'));
	await database.exec(`update supabase_migrations.fingerprint set sha256 = 'another'`);
	await database.close();
	refusesOtherVersion(data);

	const server = await startServer(data);
	expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
	expect(readdirSync(data)).toContain('pglite-old-1');
	await server.stop();
});

test('so is a database of another PostgreSQL, which is put aside before it is opened', async () => {
	const data = freshData('older-postgres');
	const says = join(data, 'pglite/PG_VERSION');
	writeFileSync(says, '16\n');
	refusesOtherVersion(data);

	const start = spawn(npmStart[0], npmStart.slice(1), {
		stdio: 'ignore',
		env: { PATH: process.env.PATH, DATA_DIR: data, PORT: '0' },
	});
	const gone = once(start, 'exit');
	await vi.waitFor(() => expect(readFileSync(says, 'utf8')).toBe('17\n'), {
		timeout: 60_000,
		interval: 50,
	});
	start.kill();
	await gone;
	expect(readFileSync(join(data, 'pglite-old-1/PG_VERSION'), 'utf8')).toBe('16\n');
});
