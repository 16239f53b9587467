/** `npm test`: everything. */
import { runSteps, tool } from './steps.ts';

const ok = runSteps([
	{ name: 'check', command: ['tests/check.ts'] },
	{ name: 'unit tests', command: tool('vitest', 'run', '--project', 'unit') },
	{ name: 'database conventions and policies', command: tool('vitest', 'run', '--project', 'policies') },
	{ name: 'the build', command: tool('vitest', 'run', '--project', 'build') },
	{ name: 'end to end', command: ['tests/e2e/run.ts'] },
]);
process.exit(ok ? 0 : 1);
