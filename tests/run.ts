/** `npm test`: everything. */
import { checks, unused } from './checks.ts';
import { houses, provideHouses } from './database/houses.ts';
import { shareData } from './e2e/prepare.ts';
import { runSteps, tool } from './steps.ts';

const takeAway = shareData();
const stop = await provideHouses();
// The policies' databases stand beside those.
if (stop) process.env.TEST_DATABASE_URL ??= houses()!.address;
const ok = await runSteps([
	{ name: 'a browser', command: ['tests/e2e/chromium.ts'], beside: true },
	...checks,
	// All of Vitest in one process: it takes some seconds to start.
	{
		name: 'unit tests, database, policies, the build, the running app',
		command: tool('vitest', 'run'),
		after: unused,
	},
	{ name: 'end to end', command: ['tests/e2e/run.ts'], alone: true },
]);
await stop?.();
takeAway();
process.exit(ok ? 0 : 1);
