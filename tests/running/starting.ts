/** A start that is refused, and what it says of it. */
import { spawnSync } from 'node:child_process';
import { sparing } from '../sparing.ts';

/** What `npm start` runs. */
export const npmStart = [process.execPath, ...sparing, 'src/start/main.ts'] as const;

/** Starts with these settings and returns what it says when it refuses. */
export const refusalOf = (settings: Record<string, string>) => refusalWithin([], settings);

/** The same through a command that runs it. */
export function refusalWithin([command, ...given]: string[], settings: Record<string, string>) {
	const [run, ...words] = [...(command ? [command, ...given] : []), ...npmStart];
	const { status, stderr } = spawnSync(run!, words, {
		encoding: 'utf8',
		timeout: 60_000,
		env: { PATH: process.env.PATH, ...settings },
	});
	return { status, lines: stderr.trim().split('\n') };
}
