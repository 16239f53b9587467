import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		// It stands on every element that has styles of its own, and nothing compresses it.
		cssHash: ({ hash, filename }) => `s-${hash(filename).slice(0, 5)}`,
	},
	kit: {
		adapter: adapter({ precompress: true }),
		// Small stylesheets travel inside the HTML: one blocking request less before the first paint.
		inlineStyleThreshold: 40_000,
		// The offline shell is served at nested addresses, so assets need absolute paths.
		paths: { relative: false },
		// The service worker is built by @vite-pwa/sveltekit, registered by our own code.
		serviceWorker: { register: false },
		// src/hooks.server.ts asks every request that changes something, and says no in words.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'img-src': ['self', 'data:'],
				'style-src': ['self', 'unsafe-inline'],
				'script-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
			},
		},
	},
};
