/** Looks inside the built service worker: a green build can still precache nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isInOne } from '../../src/lib/offline/kept.ts';

const worker = readFileSync('build/client/service-worker.js', 'utf8');
/** The addresses that are fetched ahead. */
const ahead = [...worker.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url!);

/** What Kit itself says that each page and layout needs, with the file it is written in. */
const nodes = readdirSync('.svelte-kit/output/server/nodes')
	.filter((name) => name.endsWith('.js'))
	.map((name) => readFileSync(`.svelte-kit/output/server/nodes/${name}`, 'utf8'))
	.map((text) => ({
		file: /entries\/(?:pages|fallbacks)\/([^"']*?)(?:\.svelte)?\.js/.exec(text)?.[1] ?? '',
		needs: [...text.matchAll(/"(_app\/immutable\/[^"]+\.(?:js|css))"/g)].map(([, address]) => address!),
	}));

test('whatever a page that may be kept needs is fetched ahead', () => {
	const kept = nodes.filter(({ file }) =>
		/^(\(family\)\/)?_|^\((family)\)\/(home|plan|meetings|wellbeing|team|offers|sharing)\/|^(me|more)\//.test(file),
	);
	expect(kept.length).toBeGreaterThan(30);
	for (const { file, needs } of kept) expect(needs.filter((address) => !ahead.includes(address)), file).toEqual([]);
});

test('all of them travel in one file, as they are', () => {
	const [address, ...more] = ahead.filter((file) => isInOne(file));
	expect(more).toEqual([]);
	const texts = JSON.parse(readFileSync(`build/client/${address}`, 'utf8')) as Record<string, string>;
	const files = ahead.filter((file) => /\.(js|css)$/.test(file));
	expect(Object.keys(texts)).toEqual(files.sort());
	for (const file of files) expect(texts[file] === readFileSync(`build/client/${file}`, 'utf8'), file).toBe(true);
});

test('nothing of the professionals’ side or of the door is: an old phone need not fetch what it never opens', () => {
	const others = nodes.filter(({ file }) => /^\((staff|office)\)|sign-in|privacy/.test(file));
	expect(others.length).toBeGreaterThan(20);
	const own = others.flatMap(({ needs }) => needs.filter((address) => address.includes('/nodes/')));
	expect(own.filter((address) => ahead.includes(address))).toEqual([]);
});

test.each(['da', 'en', 'ar'])('the empty shell in %s is precached', (language) => {
	expect(ahead).toContain(`shell/${language}`);
	expect(ahead).toContain(`shell/${language}/__data.json`);
});

test('the worker knows the version of the app it was built with', () => {
	const { version } = JSON.parse(readFileSync('build/client/_app/version.json', 'utf8')) as { version: string };
	expect(worker).toContain(version);
});

test('the manifest of the installable app is there, with its icons', () => {
	const manifest = JSON.parse(readFileSync('build/client/manifest.webmanifest', 'utf8')) as {
		start_url: string;
		icons: { src: string }[];
	};
	expect(manifest.start_url).toBe('/home');
	for (const { src } of manifest.icons) expect(existsSync(`build/client${src}`), src).toBe(true);
});
