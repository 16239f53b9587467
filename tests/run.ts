/** `npm test`: everything. */
import { built, checks, unused } from './checks.ts';
import { houses, provideHouses } from './database/houses.ts';
import { shareData } from './e2e/prepare.ts';
import { runSteps, tool } from './steps.ts';

const takeAway = shareData();
// They are made while the code is looked at.
const houseless = provideHouses().then((stop) => {
	// The policies' databases stand beside those.
	if (stop) process.env.TEST_DATABASE_URL ??= houses()!.address;
	return stop;
});
const demoData = 'demo data';
const ok = await runSteps([
	{ name: 'a browser', command: ['tests/e2e/chromium.ts'], beside: true },
	...checks,
	{ name: demoData, command: ['tests/demo-data.ts'], after: [built] },
	// All of Vitest in one process: it takes some seconds to start.
	{
		name: 'unit tests, database, policies, the build, the running app',
		command: tool('vitest', 'run'),
		after: [unused, demoData],
		wants: houseless,
	},
	{ name: 'end to end', command: ['tests/e2e/run.ts'], alone: true },
]);
await (
	await houseless
)?.();
takeAway();
process.exit(ok ? 0 : 1);
