/** Fails when a page sends more than it may. Bytes are the same on every machine; times are never tested. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../src/start/build.ts';
import { startServer } from '../e2e/server.ts';
import { bytesOf, measured, signIn } from './pages.ts';

/** kB (1,000 bytes) after brotli: what no page may pass, and what we are on the way to. */
const budget = { javaScript: 54, css: 12.5, everything: 98, next: 10 };
const aim = { javaScript: 50, css: 10, everything: 90 };

buildIfNeeded();
const folder = mkdtempSync(join(tmpdir(), 'vores-plan-bytes-'));
const server = await startServer(folder);
const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
let tooMuch = 0;
let home: Set<string> | undefined;
try {
	console.log('page          JS    CSS   HTML    all   more than home (kB brotli)');
	for (const { name, persona, path } of measured) {
		const page = await bytesOf(server.url, path, await signIn(server.url, persona));
		home ??= page.scripts;
		const added = [...page.scripts].filter((url) => !home!.has(url));
		const next = (
			await Promise.all(
				added.map(async (url) =>
					Number(
						(await fetch(server.url + url, { headers: { 'accept-encoding': 'br' } })).headers.get(
							'content-length',
						),
					),
				),
			)
		).reduce((a, b) => a + b, 0);
		const everything = page.javaScript + page.html;
		const over = [
			page.javaScript > budget.javaScript * 1000,
			page.css > budget.css * 1000,
			everything > budget.everything * 1000,
			next > budget.next * 1000,
		].some(Boolean);
		if (over) tooMuch += 1;
		console.log(
			`${over ? '✗' : ' '} ${name.padEnd(11)}${kB(page.javaScript)} ${kB(page.css)} ${kB(page.html)} ${kB(everything)} ${kB(next)}`,
		);
	}
} finally {
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}
console.log(`Aim: ${aim.javaScript} kB JavaScript, ${aim.css} kB CSS, ${aim.everything} kB in all.`);
if (tooMuch) {
	console.error(
		`Too much: at most ${budget.javaScript} kB JavaScript, ${budget.css} kB CSS, ${budget.everything} kB in all, ${budget.next} kB more on a next page.`,
	);
	process.exit(1);
}
