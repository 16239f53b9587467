import { availableParallelism } from 'node:os';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { manifest } from './src/lib/app.ts';
import { fetchedAhead, writeInOne } from './src/lib/offline/fetched-ahead.ts';
import { LongestFirst } from './tests/longest-first.ts';

// Svelte makes a chunk of every shared component: forty small requests that compress badly. What every page uses, and
// nearly every page, travels together instead. Fields travel apart, because many pages have none; what few pages use
// (the rest of ui, forms that edit, a room's own code) stays with its pages.
const nearlyEveryPage = [
	/node_modules\/(svelte|@sveltejs|esm-env|devalue|clsx)\//,
	/vite\/preload/,
	/src\/lib\/(i18n\/(?!seldom|locales)|command\/(?![Ee]dit))/,
	/src\/lib\/(app|navigation|offline\/Offline|outbox\/(outbox\.svelte|place|submit))\./,
	/src\/lib\/ui\/(?!(Choice|Drawing|Field|Fold|Keep|Place|Progress|Said|Select|Step|Switch|Table))/,
];
const chunks = {
	groups: [
		{ name: 'shell', test: (id: string) => nearlyEveryPage.some((test) => test.test(id)), priority: 2 },
		// What pages of different rooms show of a room: one request for each room.
		{
			name: (id: string) => /src\/lib\/(\w+)\//.exec(id)![1]!,
			test: /src\/lib\/(meetings\/(MeetingCard|AnswerMeeting)|plan\/(AgreedLine|GoalCard|GoalPath|ProgressNotes)|staff\/(ShowPart|ReadAnswers|SharedWithMe|People))\.svelte/,
			priority: 1,
		},
		// The rules that many pages need: each is small, together they are one request. What is seldom said, in every
		// language, is none.
		{ name: 'rules', test: /src\/lib\/(?!offline\/words)(\w+\/)?[\w-]+\.ts$/, minShareCount: 9, priority: 1 },
		{ name: 'seldom', test: /src\/lib\/i18n\/seldom/, priority: 1 },
		{ name: 'fields', test: /src\/lib\/ui\//, minShareCount: 4, priority: 1 },
	],
};
/** So many letters tell a file from all others of years, in which browsers keep it; of scripts the fewest there can be are seven. */
const shorter = (named: unknown, letters: number) => (named as string).replace('[hash]', `[hash:${letters}]`);
const travelTogether: Plugin = {
	name: 'travel-together',
	apply: 'build',
	applyToEnvironment: ({ name }) => name === 'client',
	outputOptions: (output) => ({
		...output,
		codeSplitting: chunks,
		// Every page carries a list of all pages and of their style sheets: what these are called is for nobody to read.
		entryFileNames: shorter(output.entryFileNames, 7),
		chunkFileNames: shorter(output.chunkFileNames, 7),
		assetFileNames: (asset) => {
			const named = output.assetFileNames as string;
			return asset.names[0]?.endsWith('.css') ? shorter(named.replace('[name].', ''), 5) : named;
		},
	}),
};

export default defineConfig({
	build: { modulePreload: { resolveDependencies: () => [] } },
	plugins: [
		sveltekit(),
		travelTogether,
		SvelteKitPWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'service-worker.ts',
			registerType: 'prompt',
			injectRegister: false,
			manifest,
			injectManifest: {
				globPatterns: [
					'client/_app/immutable/**/*.{js,css,svg}',
					'client/favicon.svg',
					'client/icon-192.png',
					'client/manifest.webmanifest',
					'prerendered/**/*.{html,json}',
				],
				modifyURLPrefix: { 'client/': '', 'prerendered/pages/': '', 'prerendered/dependencies/': '' },
				manifestTransforms: [
					(entries) => {
						const ahead = fetchedAhead();
						const isWanted = ({ url }: { url: string }) => !/\.(js|css)$/.test(url) || ahead.has(url);
						const manifest = entries
							.filter(isWanted)
							// The shell's address is that of a page.
							.map((entry) => ({ ...entry, url: entry.url.replace(/\.html$/, '') }));
						const inOne = { url: writeInOne([...ahead].sort()), revision: null, size: 0 };
						return { manifest: [...manifest, inOne] };
					},
				],
			},
		}),
	],
	server: { host: '127.0.0.1' },
	test: {
		// Much of it waits for a server or a database, so that three share two cores well; four take as long.
		maxWorkers: Math.max(3, availableParallelism() - 1),
		sequence: { sequencer: LongestFirst },
		projects: [
			// Time-outs end what never comes: the machine may do other things too.
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/mutate/*.test.ts'],
					exclude: ['src/**/*.alone.test.ts'],
					// What is loaded for one file is there for the next; what stands in for a module of ours stands alone.
					isolate: false,
					testTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: { name: 'unit-alone', include: ['src/**/*.alone.test.ts'], testTimeout: 60_000 },
			},
			// Looks inside build/, which must be fresh: `npm run build` first.
			{ extends: true, test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
			'./tests/policies/vitest.config.ts',
			'./tests/running/vitest.config.ts',
			// Knows the app's commands and pages, and walks through the running app.
			{
				extends: true,
				test: {
					name: 'walk',
					include: ['tests/walk/**/*.test.ts'],
					globalSetup: ['tests/running/global-setup.ts'],
					testTimeout: 600_000,
					hookTimeout: 300_000,
				},
			},
		],
	},
});
