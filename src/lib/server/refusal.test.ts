import { describe, expect, test } from 'vitest';
import { languages, type Language } from '$lib/i18n/languages';
import { messageOf, refused, wordsOf } from './refusal';

// Everything that is thrown as an error of Kit, wherever.
const sources = import.meta.glob<string>(['/src/**/*.{ts,svelte}', '!/src/**/*.test.ts'], {
	eager: true,
	query: '?raw',
	import: 'default',
});
const thrown = new Set(
	Object.values(sources).flatMap((text) =>
		[...text.matchAll(/\berror\(\s*\w[^,()]*,\s*(?:[^'()]*\? )?'([^']+)'(?: : '([^']+)')?/g)].flatMap(
			([, ...keys]) => keys.filter((key) => key !== undefined),
		),
	),
);
const statuses = [400, 401, 403, 404, 405, 409, 413, 415, 418, 429, 500, 503];
const asked = (language: Language, accept: string, headers = {}) => ({
	request: new Request('http://127.0.0.1/', { headers: { accept, ...headers } }),
	isDataRequest: false,
	locals: { language, theme: null },
});

test('there are refusals to look at', () => {
	expect([...thrown]).toContain('common:error.notForYou');
	expect([...thrown]).toContain('staff:error.notYours');
});

describe.each(Object.keys(languages) as Language[])('in %s', (language) => {
	test.each([...thrown])('%s is said in words', (key) => expect(wordsOf(language, key)).toBeTruthy());

	test.each(statuses)('%s has words, a language and a way home', async (status) => {
		const answer = refused(asked(language, 'text/html'), status, messageOf(status));
		expect(answer.status).toBe(status);
		const html = await answer.text();
		expect(html).toContain(`<html lang="${language}" dir="${languages[language].direction}"`);
		expect(html).toContain(wordsOf(language, messageOf(status))!);
		expect(html).toContain('<a href="/">');
		expect(html).not.toMatch(/\b\w+:error/);
	});
	test('a key that there is not is said by its status', async () => {
		const html = await refused(asked(language, 'text/html'), 403, 'nowhere:error.<b>').text();
		expect(html).toContain(wordsOf(language, messageOf(403))!);
		expect(html).not.toContain('<b>');
	});
});

test('a program gets the key, and a form of ours what it understands', async () => {
	const key = 'common:error.tooMany';
	const program = refused(asked('da', 'application/json'), 429, key, { 'retry-after': '7' });
	expect(program.headers.get('retry-after')).toBe('7');
	expect(await program.json()).toEqual({ message: key });
	const form = refused(asked('da', 'application/json', { 'x-sveltekit-action': 'true' }), 429, key);
	expect(await form.json()).toEqual({ type: 'error', error: { message: key } });
});
