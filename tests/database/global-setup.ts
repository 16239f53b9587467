/** Once for the whole run: a real PostgreSQL, where the machine has one, with the databases that tests start from. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { fill } from '../policies/fixture.ts';
import { houses } from './houses.ts';
import { openScratch } from './open.ts';
import { findBinaries, start } from './postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** A PostgreSQL to make scratch databases on, and the two to copy them from; null where there is none. */
		postgres: {
			address: string;
			empty: string;
			filled: string;
			/** Started by us, so that every role comes in without a password. */
			isOurs: boolean;
		} | null;
		/** The folder of the PGlites that tests start from. */
		begun: string;
	}
}

export default async function setup(project: TestProject) {
	const folder = mkdtempSync(join(tmpdir(), 'vores-plan-begun-'));
	project.provide('begun', folder);
	const stop = await providePostgres(project);
	return async () => {
		await stop?.();
		rmSync(folder, { recursive: true });
	};
}

/** @returns what stops it, when it was started here */
async function providePostgres(project: TestProject): Promise<(() => Promise<void>) | undefined> {
	// Databases in which `npm run mutate` has broken something, to see who misses it.
	const broken = process.env.TEST_DATABASES;
	if (broken) {
		const { address, empty, filled } = JSON.parse(broken) as Record<'address' | 'empty' | 'filled', string>;
		project.provide('postgres', { address, empty, filled, isOurs: true });
		return undefined;
	}
	const given = process.env.TEST_DATABASE_URL;
	const binaries = findBinaries();
	if (!given && !binaries) {
		console.log('policies: no PostgreSQL on this machine, testing on PGlite only');
		project.provide('postgres', null);
		return undefined;
	}
	const server = given ? null : await start(binaries!, { jit: 'off' });
	const address = given ?? server!.address;
	const empty = await openScratch(address);
	const filled = await openScratch(address);
	await fill(filled);
	// Nobody may be connected to a database that is copied.
	await empty.disconnect();
	await filled.disconnect();
	const isOurs = !given || given === houses()?.address;
	project.provide('postgres', { address, empty: empty.name, filled: filled.name, isOurs });
	return async () => {
		await empty.close();
		await filled.close();
		await server?.stop();
	};
}
