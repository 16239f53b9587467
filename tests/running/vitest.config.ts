/** What the running app answers over HTTP, without a browser: the built app, on demo data of each file's own. */
import { fileURLToPath } from 'node:url';
import { defineProject } from 'vitest/config';
import { sparing } from '../sparing.ts';

export default defineProject({
	test: {
		root: fileURLToPath(new URL('../..', import.meta.url)),
		name: 'running',
		include: ['tests/running/**/*.test.ts'],
		globalSetup: ['tests/running/global-setup.ts'],
		// Each file has a server of its own; what they are written with is loaded once.
		isolate: false,
		execArgv: sparing,
		// Time-outs end what never comes. Servers start and databases open here, on machines that do other things too.
		testTimeout: 300_000,
		hookTimeout: 300_000,
	},
});
