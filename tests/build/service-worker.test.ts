/** Looks inside the built service worker: a green build can still precache nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const worker = readFileSync('build/client/service-worker.js', 'utf8');

test('every hashed script of the app is precached', () => {
	const scripts = readdirSync('build/client/_app/immutable', { recursive: true, encoding: 'utf8' }).filter((file) =>
		file.endsWith('.js'),
	);
	expect(scripts.length).toBeGreaterThan(10);
	for (const script of scripts) expect(worker, script).toContain(`_app/immutable/${script}`);
});

test.each(['da', 'en', 'ar'])('the empty shell in %s is precached', (language) => {
	expect(worker).toContain(`shell/${language}`);
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
