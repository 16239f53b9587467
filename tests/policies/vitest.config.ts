/** The database's tests: no SvelteKit, and few workers, each opening its databases once. */
import { fileURLToPath } from 'node:url';
import { defineProject } from 'vitest/config';
import { sparing } from '../sparing.ts';

export default defineProject({
	test: {
		root: fileURLToPath(new URL('../..', import.meta.url)),
		name: 'policies',
		include: ['tests/policies/**/*.test.ts', 'tests/database/**/*.test.ts'],
		globalSetup: ['tests/database/global-setup.ts'],
		// Files of one worker share what it has opened; nothing they do stays in it.
		isolate: false,
		execArgv: sparing,
		testTimeout: 60_000,
		hookTimeout: 120_000,
	},
});
