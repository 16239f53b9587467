import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vitest/config';
import { manifest } from './src/lib/app.ts';

// Svelte makes a chunk of every shared component: forty small requests that compress badly. What nearly every page
// uses travels together instead; a room's own code stays with its pages.
const chunks = {
	groups: [
		{ name: 'svelte', test: /node_modules\/(svelte|@sveltejs|esm-env|devalue)\//, priority: 2 },
		{
			name: 'shell',
			test: /src\/lib\/(ui|i18n|command|offline|outbox)\/|vite\/preload/,
			minShareCount: 4,
			priority: 1,
		},
	],
};

export default defineConfig(({ isSsrBuild }) => ({
	build: isSsrBuild ? {} : { rolldownOptions: { output: { codeSplitting: chunks } } },
	plugins: [
		sveltekit(),
		SvelteKitPWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'service-worker.ts',
			registerType: 'prompt',
			injectRegister: false,
			manifest,
			injectManifest: {
				globPatterns: [
					'client/_app/immutable/**/*.{js,css,woff2}',
					'client/favicon.svg',
					'client/icon-192.png',
					'client/manifest.webmanifest',
					'prerendered/**/*.{html,json}',
				],
			},
		}),
	],
	server: { host: '127.0.0.1' },
	test: {
		projects: [
			{ extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
			// Looks inside build/, which must be fresh: `vite build` first.
			{ extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
			'./tests/policies/vitest.config.ts',
		],
	},
}));
