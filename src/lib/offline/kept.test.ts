import { describe, expect, test } from 'vitest';
import {
	alsoFetched,
	cacheOf,
	changesWhoIsHere,
	dataAddressOf,
	isDataAddress,
	isFor,
	isOurFile,
	isOver,
	keptUnder,
	mainPages,
	mayKeep,
	ownerOf,
	pageOf,
	sessionOf,
} from './kept';

const at = (path: string) => new URL(path, 'https://plan.example');

describe('which pages may be kept', () => {
	test.each([...mainPages, ...alsoFetched, '/plan/0199/edit', '/offers?q=svømning', '/sharing'])(
		'%s, the family’s own',
		(page) => expect(mayKeep(page)).toBe(true),
	);
	test.each([
		'/',
		'/families',
		'/families/0199/wellbeing',
		'/office',
		'/office/offers',
		'/invitation/abc',
		'/sign-in?to=/plan',
		'/sign-out',
		'/demo/sign-in',
		'/api/outbox',
		'/language',
		'/planner',
		'//plan',
		'plan',
	])('not %s', (page) => expect(mayKeep(page)).toBe(false));
});

describe('names', () => {
	test('a cache is named after the session and gives it back', () => {
		expect(sessionOf(cacheOf('a1-da'))).toBe('a1-da');
		expect(cacheOf('a1-da')).not.toBe(cacheOf('b2-da'));
	});
	test('the cache of the shell belongs to no session', () =>
		expect(sessionOf('workbox-precache-v2-https://plan.example/')).toBeNull());
	test.each([
		['/plan/__data.json?x-sveltekit-invalidated=01', '/plan'],
		['/plan/__data.json?step=2&x-sveltekit-invalidated=11', '/plan?step=2'],
		['/__data.json', '/'],
		['/plan?step=2', '/plan?step=2'],
		['/wellbeing/help/__data.json?from=more&x-sveltekit-invalidated=01', '/wellbeing/help'],
	])('the data at %s is that of %s', (address, page) => expect(pageOf(at(address))).toBe(page));
	test.each(['/', '/plan', '/plan?step=2', '/wellbeing/who5/answer'])(
		'the address of the data of %s',
		(page) => {
			const address = at(dataAddressOf(page));
			expect(isDataAddress(address)).toBe(true);
			expect(pageOf(address)).toBe(page);
		},
	);
});

test.each(['/sign-in', '/sign-out', '/demo/sign-in', '/invitation/abc', '/sign-in/__data.json'])(
	'at %s somebody is about to be somebody else',
	(path) => expect(changesWhoIsHere(path)).toBe(true),
);
test.each(['/home', '/plan', '/', '/sign-inside'])('at %s nobody changes', (path) =>
	expect(changesWhoIsHere(path)).toBe(false),
);

test('copies do not outlive a session that has not been seen for seven days', () => {
	const day = 24 * 60 * 60 * 1000;
	expect(isOver(0, 7 * day)).toBe(false);
	expect(isOver(0, 7 * day + 1)).toBe(true);
});

test('copies are for the version they were made for', () => {
	const name = keptUnder('0199', [], 'da', '1795591166858');
	expect(isFor('1795591166858', name)).toBe(true);
	expect(isFor('1795591166859', name)).toBe(false);
	expect(isFor('91166858', name)).toBe(false);
	expect(ownerOf(name)).toBe(ownerOf(keptUnder('0199', [], 'da', '2')));
	expect(ownerOf(name)).not.toBe(ownerOf(keptUnder('0199', [], 'ar', '1795591166858')));
});

test('copies of a family go with whoever is out of it', () => {
	const [holm, bak] = ['00000000-0000-7000-8002-00000000000a', '00000000-0000-7000-8002-00000000000b'];
	const of = (...families: string[]) => ownerOf(keptUnder('0199', families, 'da', '1'));
	expect(of(holm, bak)).toBe(of(bak, holm));
	expect(new Set([of(holm, bak), of(holm), of(bak), of()]).size).toBe(4);
});

test.each([
	['/shell/da', 'text/html', '<script src="/_app/immutable/entry/start.js">', true],
	['/shell/da', 'text/html', 'Welcome to the hotel', false],
	['/_app/immutable/entry/start.js', 'text/javascript', '', true],
	['/_app/immutable/entry/start.js', 'text/html; charset=utf-8', 'Welcome to the hotel', false],
	['/_app/immutable/entry/start.js', 'application/javascript; charset=utf-8', '', true],
	['/_app/immutable/entry/start.js', 'application/json', '{"error":"blocked"}', false],
	['/_app/immutable/entry/start.js', 'text/plain', 'Blocked by SafeNet', false],
	['/_app/immutable/entry/start.js', 'text/css', '', false],
	['/_app/immutable/entry/start.js', '', '', false],
	['/_app/immutable/assets/a.css', 'text/css; charset=utf-8', '', true],
	['/_app/immutable/assets/a.css', 'text/plain', 'Blocked by SafeNet', false],
	['/_app/immutable/assets/a.svg', 'image/svg+xml', '', true],
	['/_app/immutable/assets/a.svg', 'application/json', '', false],
	['/icon-192.png', 'image/png', '', true],
	['/icon-192.png', 'text/plain', '', false],
	['/manifest.webmanifest', 'application/manifest+json', '', true],
	['/manifest.webmanifest', 'text/plain', '', false],
	['/shell/da', 'text/plain', '/_app/immutable/', false],
	['/shell/da/__data.json', 'application/json', '{"type":"data","nodes":[]}', true],
	['/shell/da/__data.json', 'application/json', '{"error":"blocked"}', false],
	['/shell/da/__data.json', 'text/html', 'Welcome to the hotel', false],
])('%s as %s (%s) is ours: %s', (path, type, text, is) => expect(isOurFile(path, type, text)).toBe(is));
