/**
 * The directions of CONTRIBUTING as lint: routes -> room -> ui, i18n, server. What a room asks of another is its pure
 * files; a screen made of several rooms is put together in its route.
 */
import { readdirSync } from 'node:fs';

/** What every room stands on; these know no room. */
const ground = ['ui', 'i18n', 'server', 'command', 'outbox', 'offline'];
const rooms = readdirSync(new URL('src/lib/', import.meta.url), { withFileTypes: true })
	.filter((entry) => entry.isDirectory() && !ground.includes(entry.name))
	.map(({ name }) => name);

const any = (names) => `(${names.join('|')})`;
const outside = {
	regex: '^\\.\\./|routes/',
	message: 'Of another folder by $lib, and never of a route.',
};
const restricted = (patterns) => ({
	'@typescript-eslint/no-restricted-imports': ['error', { patterns }],
	// What is fetched when it is needed is imported all the same; a selector's expression has no slash.
	'no-restricted-syntax': [
		'error',
		...patterns.map(({ regex, message }) => ({
			selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
			message,
		})),
	],
});

const knowsNoRoom = {
	regex: `^\\$lib/${any(rooms)}/`,
	message: 'This knows no room.',
};

/** Folders every room stands on, each with what of ours it may not know. */
const groundRules = ground.map((folder) => ({
	files: [`src/lib/${folder}/**`],
	rules: restricted([
		// The service worker, which these are for too, is built without the short names.
		folder === 'offline' || folder === 'outbox'
			? { ...outside, regex: '^\\.\\./(?!(i18n|offline|outbox)/)|routes/' }
			: outside,
		knowsNoRoom,
		...(folder === 'ui'
			? [{ regex: '^\\$lib/(?!ui/)', message: 'What stands in ui imports nothing of ours.' }]
			: []),
	]),
}));

const pure = {
	regex: '^(\\$app/|\\$env/|@sveltejs/|@supabase/|valibot$|svelte$)|\\.server$|\\.svelte$|^\\$lib/server/',
	allowTypeImports: true,
	message: 'A pure file: no Kit, no valibot, no database, no component.',
};

const notPure = ['**/*.server.ts', '**/*.svelte.ts', '**/*.test.ts'];

/** What stands in lib itself: rules and components that every room may know. */
const commonRules = [
	{ files: ['src/lib/*'], ignores: ['**/*.test.ts'], rules: restricted([outside, knowsNoRoom]) },
	{ files: ['src/lib/*.ts'], ignores: notPure, rules: restricted([outside, knowsNoRoom, pure]) },
];

const roomRules = rooms.flatMap((room) => {
	const others = rooms.filter((other) => other !== room);
	const inside = others.length
		? [
				{
					regex: `^\\$lib/${any(others)}/.*\\.(server|svelte)$`,
					message: 'Of another room only its pure files; put the screen together in its route.',
				},
			]
		: [];
	return [
		{ files: [`src/lib/${room}/**`], rules: restricted([outside, ...inside]) },
		{
			files: [`src/lib/${room}/**/*.ts`],
			ignores: notPure,
			rules: restricted([outside, ...inside, pure]),
		},
	];
});

/** Doors call the verbs of rooms; they ask the database nothing themselves. */
const routeRules = {
	files: ['src/routes/**'],
	rules: {
		'no-restricted-syntax': [
			'error',
			{
				// Of whatever it is called on; Array and its like have a `from` too.
				selector: 'CallExpression[callee.property.name=/^(from|rpc)$/]:not([callee.object.name=/^[A-Z]/])',
				message: 'Only a room asks the database: a verb in its .server.ts.',
			},
		],
	},
};

export default [...groundRules, ...commonRules, ...roomRules, routeRules];
