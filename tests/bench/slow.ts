/** A first visit over a slow network (2G as it is in a stairwell: 50 kbit/s, a second there and back). */
import { chromium, type Page } from '@playwright/test';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mainPages } from '../../src/lib/offline/kept.ts';
import { chromiumArguments, findChromium } from '../e2e/chromium.ts';
import { startServer } from '../e2e/server.ts';

const bytesPerSecond = 50_000 / 8;
const roundTrip = 1_000;

/** Stands before a server; everything that comes through shares one line. @returns its address, to be the app's */
async function slowLine(target: number) {
	let lineIsFreeAt = 0;
	let connections = 0;
	let bytes = 0;
	const line = createServer(async (phone) => {
		connections += 1;
		const server = connect(target, '127.0.0.1');
		const ends = [phone, server];
		for (const end of ends) end.on('error', () => ends.forEach((other) => other.destroy()));
		// Greeting each other takes a way there and back.
		const greeted = wait(roundTrip);
		pass(phone, server, () => 0);
		pass(server, phone, (length) => {
			bytes += length;
			lineIsFreeAt = Math.max(lineIsFreeAt, Date.now()) + (length / bytesPerSecond) * 1000;
			return lineIsFreeAt - Date.now();
		});
		/** Each piece arrives after what went before it, half a round trip later. */
		function pass(from: Socket, to: Socket, takes: (length: number) => number) {
			let before: Promise<unknown> = greeted;
			from.on('data', (piece) => {
				const arrives = wait(takes(piece.length) + roundTrip / 2);
				before = Promise.all([before, arrives]).then(() => to.destroyed || to.write(piece));
			});
			// What is on its way arrives before the end does.
			from.on('end', () => (before = before.then(() => to.end())));
		}
	});
	await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
		seen: () => ({ connections, bytes }),
		stop: () => line.close(),
	};
}

const keptPages = (page: Page) =>
	page.evaluate(async () => {
		const found: string[] = [];
		for (const name of await caches.keys()) {
			if (!name.startsWith('seen-')) continue;
			found.push(...(await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname));
		}
		return found;
	});

/** @returns lines: when the door, Home, and everything without a network were there, in seconds */
export async function slowBench(): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'vores-plan-slow-'));
	const probe = createServer().listen(0, '127.0.0.1');
	await new Promise((resolve) => probe.once('listening', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	const line = await slowLine(port);
	const server = await startServer(folder, { PORT: String(port), ORIGIN: line.url });
	const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
	const page = await (
		await browser.newContext({ locale: 'da-DK', viewport: { width: 360, height: 740 } })
	).newPage();
	page.setDefaultTimeout(600_000);

	const lines: string[] = [];
	let began = Date.now();
	const note = (what: string) => {
		const { bytes, connections } = line.seen();
		const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
		lines.push(`${seconds} s  ${what} (${(bytes / 1000).toFixed(0)} kB, ${connections} connections so far)`);
	};
	await page.goto(`${line.url}/sign-in`, { waitUntil: 'commit' });
	await page.locator('button[value="parent"]').waitFor();
	note('the door can be read');
	await page.waitForLoadState('load');
	await page.locator('input[name="device"][value="own"]').check();
	began = Date.now();
	await page.locator('button[value="parent"]').click();
	await page.waitForURL(/\/home$/, { waitUntil: 'commit' });
	await page.locator('h1').waitFor();
	note('Home can be read after signing in');
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
	note('the worker is there');
	const all = (kept: string[]) => mainPages.every((one) => kept.includes(one));
	while (!all(await keptPages(page))) await wait(200);
	note('everything can be read without a network');
	await browser.close();
	await server.stop();
	line.stop();
	rmSync(folder, { recursive: true, force: true });
	return lines.join('\n');
}
