/** Makes the pictures of docs/pictures.md from the demo: `node tests/screenshots.ts`. */
import { chromium } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from '../src/start/build.ts';
import { chromiumArguments, findChromium } from './e2e/chromium.ts';
import { holm } from './e2e/pages.ts';
import { startServer } from './e2e/server.ts';

const mette = '00000000-0000-7000-8001-0000000000e1';
const screens: { name: string; persona: string | null; path: string }[] = [
	{ name: 'sign-in', persona: null, path: '/sign-in' },
	{ name: 'home', persona: 'parent', path: '/home' },
	{ name: 'plan', persona: 'parent', path: '/plan' },
	{ name: 'goal', persona: 'parent', path: '/plan/00000000-0000-7000-8010-0000000000a1' },
	{ name: 'team', persona: 'parent', path: '/team' },
	{ name: 'meeting', persona: 'parent', path: '/meetings/00000000-0000-7000-8020-0000000000a1' },
	{ name: 'offers', persona: 'parent', path: '/offers?words=fodbold' },
	{ name: 'wellbeing', persona: 'parent', path: '/wellbeing/who5' },
	{ name: 'sharing', persona: 'parent', path: `/sharing/${mette}` },
	{ name: 'family', persona: 'coordinator', path: `/families/${holm}` },
];

await buildIfNeeded();
const folder = mkdtempSync(join(tmpdir(), 'vores-plan-pictures-'));
const server = await startServer(folder);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments });
mkdirSync('docs/pictures', { recursive: true });
for (const { name, persona, path } of screens) {
	const context = await browser.newContext({
		baseURL: server.url,
		viewport: { width: 360, height: 740 },
		locale: 'da-DK',
		colorScheme: 'light',
		serviceWorkers: 'block',
	});
	const page = await context.newPage();
	if (persona) {
		await page.goto('/sign-in');
		await page.locator(`button[value="${persona}"]`).click();
		await page.waitForURL((url) => !url.pathname.includes('sign-in'));
	}
	await page.goto(path, { waitUntil: 'networkidle' });
	await page.screenshot({ path: `docs/pictures/${name}.png` });
	await context.close();
}
await browser.close();
await server.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
