/** Runs the end-to-end tests with the arguments given; says in one line when there is no Chromium. */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium } from './chromium.ts';

try {
	findChromium();
} catch (error) {
	console.error((error as Error).message);
	process.exit(1);
}
const cli = join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js');
const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
