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
	},
	{ name: 'end to end', command: ['tests/e2e/run.ts'], alone: true },
]);
process.exit(ok ? 0 : 1);
