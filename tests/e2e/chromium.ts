/** Finds a Chromium for the tests: Playwright's own, the system's, or (as root on Debian) a freshly installed one. */
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// The one without windows does the same for three quarters of the processor's time.
const places = [
	'/usr/bin/chromium-headless-shell',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
];

const present = () => [chromium.executablePath(), ...places].find((path) => path && existsSync(path));

/** The path of a Chromium. @throws {Error} whose message says in one line how to get one */
export function findChromium(): string {
	const found = process.env.CHROMIUM ?? present();
	if (found) return found;
	if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
		console.log('No Chromium here; installing Debian’s …');
		spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
		// Where there is no package of the first name, nothing at all is installed.
		for (const name of ['chromium-headless-shell', 'chromium']) {
			spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-noto-core'], {
				stdio: 'ignore',
				env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
			});
			const installed = present();
			if (installed) return installed;
		}
	}
	throw new Error('No Chromium found. Get one with: npx playwright install --with-deps chromium');
}

/** A sandbox needs rights that root in a container lacks; nothing here talks to the outside. */
export const chromiumArguments = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
];

/** Says in one line when there is none. */
export function needChromium(): void {
	try {
		findChromium();
	} catch (error) {
		console.error((error as Error).message);
		process.exit(1);
	}
}

if (process.argv[1] === import.meta.filename) needChromium();
