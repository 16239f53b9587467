import { tool, type Step } from './steps.ts';

const routes = 'types of routes';
/** Builds the app, and measures it. */
export const built = 'bytes';
/** Looks at the types of routes too, which whatever begins with Vite writes anew. */
export const unused = 'nothing unused';

/** What can be said about the code without running the app's tests. */
export const checks: Step[] = [
	{ name: routes, command: tool('@sveltejs/kit', 'sync') },
	{ name: built, command: ['tests/bench/budgets.ts'], after: [routes] },
	{
		name: 'types',
		command: tool('svelte-check', '--threshold', 'error', '--output', 'human'),
		after: [routes],
	},
	{ name: 'lint', command: tool('eslint', '.'), after: [routes] },
	{ name: unused, command: tool('knip'), after: [built] },
	{ name: 'format', command: tool('prettier', '--check', '--log-level', 'warn', '.') },
	{ name: 'migrations say what the schemas say', command: ['supabase/tools/diff.ts', '--check'] },
	{ name: 'database types are fresh', command: ['supabase/tools/types.ts', '--check'] },
];
