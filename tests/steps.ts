/** Runs the steps of `npm run check` and `npm test`, two at a time, and says how each went. */
import { spawn } from 'node:child_process';
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
	/** Steps that must have ended before, whatever they found: they make what this one looks at. */
	after?: string[];
	/** What else must be there before. */
	wants?: Promise<unknown>;
	/** Uses the whole machine: begins when everything before it has ended, and speaks while it runs. */
	alone?: boolean;
	/** Mostly waits, for a download say: it takes nobody's place. */
	beside?: boolean;
}

interface Result {
	name: string;
	ok: boolean;
	seconds: string;
	/** What it said, if it was not said while it ran. */
	said: string;
}

/** Most steps keep one core busy; more at a time only get in each other's way on a small machine. */
const atOnce = 2;

/** So many characters of a step that failed are said once more at the end, where one looks first. */
const lastWords = 4_000;

/** Runs all steps, also after one has failed. @returns whether all passed */
export async function runSteps(steps: Step[]): Promise<boolean> {
	const results: Result[] = [];
	const waiting = [...steps];
	const running = new Map<Promise<void>, Step>();
	const hasEnded = (name: string) => results.some((result) => result.name === name);
	const mayStart = ({ after, alone }: Step) =>
		(after ?? []).every(hasEnded) && (!alone || results.length === steps.length - 1);
	const start = (step: Step) => {
		waiting.splice(waiting.indexOf(step), 1);
		const ended = run(step).then((result) => {
			results.push(result);
			running.delete(ended);
		});
		running.set(ended, step);
	};
	while (waiting.length || running.size) {
		const busy = [...running.values()].filter(({ beside }) => !beside).length;
		const next = waiting.find((step) => (step.beside || busy < atOnce) && mayStart(step));
		if (next) start(next);
		else if (running.size) await Promise.race(running.keys());
		else throw new Error(`Nothing can start: ${waiting.map(({ name }) => name).join(', ')}`);
	}
	for (const { name, ok, said } of results) {
		if (!ok) console.log(`\n▸ ${name}, what it ended with\n${said.trimEnd().slice(-lastWords)}`);
	}
	console.log('');
	for (const { name } of steps) {
		const { ok, seconds } = results.find((result) => result.name === name)!;
		console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)`);
	}
	const passed = results.filter(({ ok }) => ok).length;
	console.log(`\n${passed} passed, ${results.length - passed} failed`);
	return passed === results.length;
}

/** Runs one step. What it says is kept until it has ended, so that two do not speak at once. */
async function run({ name, command, alone, wants }: Step): Promise<Result> {
	await wants;
	const start = performance.now();
	if (alone) console.log(`\n▸ ${name}`);
	const child = spawn(process.execPath, command, { stdio: alone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
	let said = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
	}
	const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
	if (!alone) console.log(`\n▸ ${name}\n${said.trimEnd()}`);
	return { name, ok: status === 0, seconds: ((performance.now() - start) / 1000).toFixed(0), said };
}
