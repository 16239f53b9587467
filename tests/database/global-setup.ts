/** Once for the whole run: a real PostgreSQL beside PGlite, where the machine has one. */
import type { TestProject } from 'vitest/node';
import { findBinaries, start } from './postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of a PostgreSQL to make scratch databases on; null where there is none. */
		postgres: string | null;
	}
}

export default async function setup(project: TestProject) {
	const given = process.env.TEST_DATABASE_URL;
	if (given) {
		project.provide('postgres', given);
		return;
	}
	const binaries = findBinaries();
	if (!binaries) {
		console.log('policies: no PostgreSQL on this machine, testing on PGlite only');
		project.provide('postgres', null);
		return;
	}
	const server = await start(binaries);
	project.provide('postgres', server.address);
	return () => server.stop();
}
