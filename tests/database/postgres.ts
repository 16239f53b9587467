/**
 * A throwaway PostgreSQL on this machine: data in a temporary folder, a random port on the loopback address, nothing
 * written for keeps. It stops and tidies up when it is told to, and also when this process dies.
 */
import { spawn } from 'node:child_process';
import { accessSync, constants, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import postgres from 'postgres';

export interface Server {
	/** Address of the database `postgres`, with the right to create others. */
	address: string;
	stop(): Promise<void>;
}

/** The folder of the newest `initdb` and `postgres` on this machine; null when there is none. */
export function findBinaries(): string | null {
	const folders = [
		process.env.POSTGRES_BIN ?? '',
		...versions('/usr/lib/postgresql', 'bin'),
		...versions('/opt/homebrew/opt', 'bin'),
		...(process.env.PATH ?? '').split(delimiter),
	];
	return folders.find((folder) => folder && has(folder, 'initdb') && has(folder, 'postgres')) ?? null;
}

function versions(parent: string, child: string): string[] {
	try {
		return readdirSync(parent)
			.filter((name) => /^(postgresql@)?\d+$/.test(name))
			.sort((a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')))
			.map((name) => join(parent, name, child));
	} catch {
		return [];
	}
}

function has(folder: string, program: string): boolean {
	try {
		accessSync(join(folder, program), constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

// The shell owns the folder and the server. It waits for its input to end, which happens when we close it and when
// this process dies in whatever way.
const script = `
set -e
folder=$(mktemp -d "\${TMPDIR:-/tmp}/vores-plan-postgres.XXXXXX")
server=
tidy() { [ -z "$server" ] || { kill -QUIT $server 2>/dev/null; wait $server 2>/dev/null; }; rm -rf "$folder"; }
trap tidy EXIT
trap 'exit 0' TERM INT HUP
cd "$folder"
initdb() { "$BIN/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale="$1" --no-sync >"$folder/log" 2>&1; }
# A locale in which é is a letter, as on every server people run.
initdb C.UTF-8 || initdb en_US.UTF-8 || { cat "$folder/log" >&2; exit 1; }
"$BIN/postgres" -D "$folder/data" -h 127.0.0.1 -p "$PORT" -k "$folder" -c fsync=off -c full_page_writes=off \\
	-c synchronous_commit=off -c logging_collector=off $SETTINGS >"$folder/log" 2>&1 </dev/null &
server=$!
cat >/dev/null
`;

/** Starts a server. @param settings extra settings such as `shared_buffers: '1GB'` */
export async function start(binaries: string, settings: Record<string, string> = {}): Promise<Server> {
	const port = await freePort();
	const environment = {
		// runuser stands among the administrator's programs, which not everybody's path names.
		PATH: `${process.env.PATH}:/usr/sbin:/sbin`,
		BIN: binaries,
		PORT: String(port),
		SETTINGS: Object.entries(settings)
			.map(([name, value]) => `-c ${name}=${value}`)
			.join(' '),
	};
	// PostgreSQL refuses to run as root.
	const asPostgres = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
	const [program, ...options] = [...asPostgres, 'sh', '-c', script];
	const shell = spawn(program!, options, {
		env: environment,
		stdio: ['pipe', 'ignore', 'inherit'],
		cwd: '/',
	});
	let running = true;
	const stopped = new Promise<void>((resolve) => shell.once('exit', () => resolve())).then(() => {
		running = false;
	});
	const address = `postgres://postgres@127.0.0.1:${port}/postgres`;
	const stop = async () => {
		shell.stdin!.end();
		await stopped;
	};
	try {
		await answers(address, () => running);
	} catch (error) {
		await stop();
		throw error;
	}
	return { address, stop };
}

/** @throws when it does not answer within a minute, or has given up */
async function answers(address: string, running: () => boolean): Promise<void> {
	const deadline = Date.now() + 60_000;
	for (;;) {
		const client = postgres(address, { max: 1, connect_timeout: 2, onnotice: () => {} });
		try {
			await client`select 1`;
			return;
		} catch (error) {
			if (!running() || Date.now() > deadline) throw error;
			await wait(100);
		} finally {
			await client.end();
		}
	}
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
