import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vitest/config';
import { manifest } from './src/lib/app.ts';

export default defineConfig({
	plugins: [
		sveltekit(),
		SvelteKitPWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'service-worker.ts',
			registerType: 'prompt',
			injectRegister: false,
			manifest,
			kit: { includeVersionFile: true },
			injectManifest: { globPatterns: ['client/**/*.{js,css,svg,png,webmanifest}', 'prerendered/**/*.html'] },
		}),
	],
	server: { host: '127.0.0.1' },
	test: {
		projects: [
			{ extends: true, test: { name: 'unit', include: ['src/**/*.test.ts'] } },
			'./tests/policies/vitest.config.ts',
		],
	},
});
