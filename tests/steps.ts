/** Runs the steps of `npm run check` and `npm test` one after the other and says how each went. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The command of an installed package, run with this very Node. */
export function tool(packageName: string, ...args: string[]): string[] {
	const manifest = findManifest(packageName);
	const { bin, name } = require(manifest) as { bin: string | Record<string, string>; name: string };
	const path = typeof bin === 'string' ? bin : (bin[name.split('/').at(-1)!] ?? Object.values(bin)[0]!);
	return [join(dirname(manifest), path), ...args];
}

/** Not every package exports its package.json, so it is looked for beside the code. */
function findManifest(packageName: string): string {
	return new URL(`../node_modules/${packageName}/package.json`, import.meta.url).pathname;
}

export interface Step {
	name: string;
	/** A script of ours or a tool, with its arguments. */
	command: string[];
}

/** Runs all steps, also after one has failed. @returns whether all passed */
export function runSteps(steps: Step[]): boolean {
	const results = steps.map(({ name, command }) => {
		const start = performance.now();
		console.log(`\n▸ ${name}`);
		const { status } = spawnSync(process.execPath, command, { stdio: 'inherit' });
		return { name, ok: status === 0, seconds: ((performance.now() - start) / 1000).toFixed(0) };
	});
	console.log('');
	for (const { name, ok, seconds } of results) console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
	const passed = results.filter(({ ok }) => ok).length;
	console.log(`\n${passed} passed, ${results.length - passed} failed`);
	return passed === results.length;
}
