/** `npm test`: everything. */
import { checks, unused } from './checks.ts';
import { shareData } from './e2e/prepare.ts';
import { runSteps, tool } from './steps.ts';

const takeAway = shareData();
const ok = await runSteps([
	...checks,
	// All of Vitest in one process: it takes some seconds to start.
	{
		name: 'unit tests, database, policies, the build, the running app',
		command: tool('vitest', 'run'),
		after: unused,
	},
	{ name: 'end to end', command: ['tests/e2e/run.ts'], alone: true },
]);
takeAway();
process.exit(ok ? 0 : 1);
