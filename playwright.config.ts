import { defineConfig } from '@playwright/test';
import { availableParallelism, loadavg } from 'node:os';
import { chromiumArguments, findChromium } from './tests/e2e/chromium.ts';

// Time-outs end what never comes; a test waits for states and passes as soon as they are there. A browser, a web server
// and a database share the machine, often with others: each worker looks how crowded it is when it starts.
const crowded = Math.min(3, Math.max(1, loadavg()[0]! / availableParallelism()));

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.test.ts',
	globalSetup: './tests/running/global-setup.ts',
	outputDir: 'test-results',
	reporter: process.env.CI ? 'line' : 'list',
	workers: 2,
	timeout: 180_000 * crowded,
	expect: { timeout: 20_000 * crowded },
	retries: process.env.CI ? 2 : 0,
	forbidOnly: true,
	use: {
		// Otherwise a button that is not there is waited for as long as the whole test may take.
		actionTimeout: 20_000 * crowded,
		navigationTimeout: 60_000 * crowded,
		launchOptions: { executablePath: findChromium(), args: chromiumArguments },
		viewport: { width: 360, height: 740 },
		locale: 'da-DK',
		timezoneId: 'Europe/Copenhagen',
		// Recording every test costs a fifth of the time; a test that failed is recorded when it is tried
		// again, which CI does. Here: `npm run test:e2e -- --trace on`.
		trace: 'on-first-retry',
	},
});
