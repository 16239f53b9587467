/**
 * `npm run bench`: what each page sends and asks, and how long it takes here; then row security on a real PostgreSQL.
 * Numbers to look at; nothing here passes or fails. `npm run bench -- pages`, `-- slow`, `-- search` or `-- rows` runs
 * one of them.
 */
import { chromium, type Browser } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../../src/start/build.ts';
import { chromiumArguments, findChromium } from '../e2e/chromium.ts';
import { addLargeFamily, cookieOf, inLarge, large } from '../e2e/large-family.ts';
import { startServer, type Server } from '../e2e/server.ts';
import { bytesOf, measuredOf, signIn } from './pages.ts';
import { bench, table } from './rows/bench.ts';
import { searchBench } from './search/bench.ts';
import { slowBench } from './slow.ts';

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const kB = (bytes: number) => (bytes / 1000).toFixed(1);

/** Requests of a first load in a browser with nothing kept. */
async function requestsOf(browser: Browser, server: Server, path: string, cookie: string): Promise<number> {
	const context = await browser.newContext({ serviceWorkers: 'block', locale: 'da-DK' });
	const [name, value] = cookie.split(/=(.*)/s);
	const { hostname: domain } = new URL(server.url);
	await context.addCookies([{ name: name!, value: value!, domain, path: '/', secure: true }]);
	const page = await context.newPage();
	let requests = 0;
	page.on('request', () => (requests += 1));
	await page.goto(server.url + path, { waitUntil: 'networkidle' });
	await context.close();
	return requests;
}

/** What each page sends and asks of a family with years behind it, and how long the server takes. */
async function pages(): Promise<void> {
	await buildIfNeeded();
	const folder = mkdtempSync(join(tmpdir(), 'vores-plan-bench-'));
	const started = performance.now();
	const first = await startServer(folder, {}, { isMeasured: true });
	console.log(`first start with a build: ${((performance.now() - started) / 1000).toFixed(1)} s`);
	await first.stop();
	const again = performance.now();
	const second = await startServer(folder, {}, { isMeasured: true });
	console.log(`second start: ${((performance.now() - again) / 1000).toFixed(1)} s`);
	await second.stop();
	await addLargeFamily(folder);
	const server = await startServer(folder, { MEASURE: '1' }, { isMeasured: true });
	const known = await signIn(server.url, 'parent');
	const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });

	console.log(
		'\nthe large family (tests/large-family)\npage         JS kB  CSS kB  HTML kB  requests  db calls  round trips  server ms (median of 15)',
	);
	for (const { name, persona, path } of measuredOf(large.family)) {
		const cookie = cookieOf(known, inLarge[persona]);
		const page = await bytesOf(server.url, path, cookie);
		const times: number[] = [];
		let timing = '';
		for (let run = 0; run < 15; run += 1) {
			const start = performance.now();
			const answer = await fetch(server.url + path, { headers: { cookie } });
			await answer.text();
			times.push(performance.now() - start);
			timing = answer.headers.get('server-timing') ?? '';
		}
		const [calls, rounds] = [...timing.matchAll(/dur=(\d+)/g)].map(([, value]) => value ?? '?');
		const row = [
			name.padEnd(11),
			kB(page.javaScript).padStart(6),
			kB(page.css).padStart(7),
			kB(page.html).padStart(8),
			String(await requestsOf(browser, server, path, cookie)).padStart(9),
			String(calls).padStart(9),
			String(rounds).padStart(12),
			median(times).toFixed(0).padStart(10),
		];
		console.log(row.join(' '));
	}
	await browser.close();
	await server.stop();
	rmSync(folder, { recursive: true, force: true });
}

const only = process.argv[2];
if (!only || only === 'pages') await pages();
if (!only || only === 'slow') {
	console.log('\na first visit over 2G: 50 kbit/s, a second there and back (some minutes)');
	await buildIfNeeded();
	console.log(await slowBench());
}
if (!only || only === 'search') {
	console.log('\nsearching 20,000 offers on PGlite (a minute or two)');
	console.log(await searchBench());
}
if (!only || only === 'rows') {
	console.log('\nrow security on PostgreSQL: 50,000 families, 3 million ratings (some minutes)');
	console.log(table(await bench()));
}
process.exit(0);
