import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './tests/e2e/chromium.ts';

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.test.ts',
	globalSetup: './tests/e2e/prepare.ts',
	outputDir: 'test-results',
	reporter: process.env.CI ? 'line' : 'list',
	workers: 2,
	timeout: 60_000,
	// A browser, a web server and a database share the machine: slowness there is no fault here.
	expect: { timeout: 15_000 },
	retries: process.env.CI ? 2 : 0,
	forbidOnly: true,
	use: {
		launchOptions: { executablePath: findChromium(), args: chromiumArguments },
		viewport: { width: 360, height: 740 },
		locale: 'da-DK',
		timezoneId: 'Europe/Copenhagen',
		// Recording every test costs a fifth of the time; a test that failed is recorded when it is tried
		// again, which CI does. Here: `npm run test:e2e -- --trace on`.
		trace: 'on-first-retry',
	},
});
