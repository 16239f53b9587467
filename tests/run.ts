/** `npm test`: everything. */
import { built, checks } from './checks.ts';
import { runSteps, tool } from './steps.ts';

const ok = await runSteps([
	...checks,
	// All of Vitest in one process: it takes some seconds to start.
	{
		name: 'unit tests, database, policies, the build, the running app',
		command: tool('vitest', 'run'),
		after: built,
		// The end-to-end tests wait a good part of their time; the rest is done meanwhile.
		yields: true,
	},
	{ name: 'end to end', command: ['tests/e2e/run.ts'], after: built },
]);
process.exit(ok ? 0 : 1);
