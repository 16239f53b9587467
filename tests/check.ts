/** `npm run check`: what can be said about the code without running the app's tests. */
import { runSteps, tool } from './steps.ts';

const ok = runSteps([
	{ name: 'types of routes', command: tool('@sveltejs/kit', 'sync') },
	{ name: 'types', command: tool('svelte-check', '--threshold', 'error', '--output', 'human') },
	{ name: 'lint', command: tool('eslint', '.') },
	{ name: 'format', command: tool('prettier', '--check', '--log-level', 'warn', '.') },
	{ name: 'message keys', command: tool('vitest', 'run', '--project', 'unit', 'src/lib/i18n') },
	{ name: 'migrations say what the schemas say', command: ['supabase/tools/diff.ts', '--check'] },
	{ name: 'database types are fresh', command: ['supabase/tools/types.ts', '--check'] },
	{ name: 'bytes', command: ['tests/bench/budgets.ts'] },
]);
process.exit(ok ? 0 : 1);
