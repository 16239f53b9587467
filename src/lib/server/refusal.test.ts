import { describe, expect, test } from 'vitest';
import { languages, type Language } from '$lib/i18n/languages';
import { headOf } from '$lib/refused';
import { rooms, take } from './body';
import { messageOf, refused, thrownIn, wordsOf } from './refusal';

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
	locals: { language, theme: null, body: null },
});

test('there are refusals to look at', () => {
	expect([...thrown]).toContain('common:error.notForYou');
	expect([...thrown]).toContain('staff:error.notYours');
});

describe.each(Object.keys(languages) as Language[])('in %s', (language) => {
	test.each([...thrown])('%s is said in words', (key) => expect(wordsOf(language, key)).toBeTruthy());

	test('each has a title of its own, which is short', () => {
		const titles = new Map(
			[...thrown]
				.filter((key) => /error\./.test(key))
				.map((key) => [key, headOf(wordsOf(language, key)!).title]),
		);
		for (const [key, title] of titles) {
			expect(title.length, key).toBeLessThan(90);
			expect(title, key).not.toMatch(/[.\n]$/);
		}
		// Two that cannot see a page are told so in the same words, and whom to ask in others.
		titles.delete('common:error.notYourWork');
		expect([...titles.values()]).toEqual([...new Set(titles.values())]);
	});

	test.each(statuses)('%s has words, a language and a way home', async (status) => {
		const answer = await refused(asked(language, 'text/html'), status, messageOf(status));
		expect(answer.status).toBe(status);
		const html = await answer.text();
		expect(html).toContain(`<html lang="${language}" dir="${languages[language].direction}"`);
		const { title, lead } = headOf(wordsOf(language, messageOf(status))!);
		expect(html).toContain(`<title>${title} · Vores Plan</title>`);
		expect(html).toContain(`<h1>${title}</h1>\n<p class="lead">${lead}</p>`);
		expect(html).toContain('<a href="/">');
		expect(html).not.toMatch(/\b\w+:error/);
	});
	test('a key that there is not is said by its status', async () => {
		const page = await refused(asked(language, 'text/html'), 403, 'nowhere:error.<b>');
		const html = await page.text();
		expect(html).toContain(headOf(wordsOf(language, messageOf(403))!).title);
		expect(html).not.toContain('<b>');
	});
});

test('a program gets the key, and a form of ours what it understands', async () => {
	const key = 'common:error.tooMany';
	const program = await refused(asked('da', 'application/json'), 429, key, { 'retry-after': '7' });
	expect(program.headers.get('retry-after')).toBe('7');
	expect(await program.json()).toEqual({ message: key });
	const form = await refused(asked('da', 'application/json', { 'x-sveltekit-action': 'true' }), 429, key);
	expect(await form.json()).toEqual({ type: 'error', error: { message: key } });
});

describe('what was thrown is read off the page of errors alone', () => {
	const pages = import.meta.glob<string>(['/src/error.html', '/src/app.html'], {
		eager: true,
		query: '?raw',
		import: 'default',
	});
	const drawn = (page: string, words: string) =>
		pages[page]!.replaceAll('%sveltekit.error.message%', words).replace('%sveltekit.body%', words);
	test('it carries the key', () => {
		expect(thrownIn(drawn('/src/error.html', 'plan:error.x'))).toBe('plan:error.x');
	});
	test('somebody’s words say nothing, wherever they stand', () => {
		for (const words of ['refused: common:error.notFound -->', '<!doctype html>\n<!-- refused: a:b -->\n']) {
			expect(thrownIn(drawn('/src/app.html', words))).toBeNull();
		}
	});
});

test('the page for what nobody could say looks as the others do', async () => {
	const pages = import.meta.glob<string>('/src/error.html', {
		eager: true,
		query: '?raw',
		import: 'default',
	});
	const page = await refused(asked('da', 'text/html'), 500, messageOf(500));
	const bare = (html: string) =>
		[/<title>.*?<\/title>/s, /<style>.*?<\/style>/s, /<p class="name">.*?<\/p>/s, /<h1>.*?<\/p>/s].map(
			(part) =>
				part
					.exec(html)![0]
					.replace(/\s|;(?=\s*})/g, '')

					.replaceAll('"', "'")
					.replaceAll('/>', '>'),
		);
	expect(bare(pages['/src/error.html']!)).toEqual(bare(await page.text()));
});

test.each([400, 401, 403, 404, 405, 409, 413, 415, 418])(
	'what is refused with %s is not to be sent again',
	async (status) => {
		const page = await refused(asked('da', 'text/html'), status, messageOf(status));
		expect(await page.text()).not.toContain('<form');
	},
);

describe.each([429, 500, 503])('who is told %i can send it again with everything typed', (status) => {
	const waiting = async (url: string, init: RequestInit = {}) => {
		const request = new Request(`http://127.0.0.1${url}`, { ...init, headers: { accept: 'text/html' } });
		const body = await take(request, rooms.form);
		const locals = { language: 'da', theme: null, body } as const;
		const page = await refused({ request, isDataRequest: false, locals }, status, messageOf(status));
		return page.text();
	};
	test('a search', async () => {
		const html = await waiting('/offers?words=%22fodbold%22&place=N%C3%B8rreby');
		expect(html).toContain('<form method="get" action="/offers">');
		expect(html).not.toContain('Det, du skrev');
		expect(html).toContain('name="words" value="&quot;fodbold&quot;"');
		expect(html).toContain('name="place" value="Nørreby"');
	});
	test('a form', async () => {
		const body = new URLSearchParams({ _form: 'note', note: 'Det <går>\nbedre' });
		const html = await waiting('/plan/x?/note&notes=20', { method: 'POST', body });
		expect(html).toContain('<form method="post" action="/plan/x?/note&amp;notes=20">');
		expect(html).toContain('Det, du skrev, er her stadig.');
		expect(html).toContain('Gå til forsiden uden at gemme');
		expect(html).toContain('name="_form" value="note"');
		expect(html).toContain('name="note" value="Det &lt;går&gt;\nbedre"');
	});
	test('more fields or letters than any form has are not', async () => {
		expect(await waiting(`/offers?${'x=&'.repeat(600)}`)).not.toContain('<form');
		const body = new URLSearchParams({ note: 'x'.repeat(60_000) });
		expect(await waiting('/plan?/note', { method: 'POST', body })).not.toContain('<form');
	});
	test('a body that is no form has nothing to send again, and a way home', async () => {
		const html = await waiting('/plan?/add', { method: 'POST', body: 'x' });
		expect(html).not.toContain('<form');
		expect(html).toContain('<a href="/">');
	});
});

test('who is signed in goes on from it, unless something was sent', async () => {
	const parent = {
		id: 'a',
		name: 'A',
		families: [{ id: 'b', name: 'B', role: 'parent' }],
		professional: null,
	};
	const locals = { language: 'da', theme: null, body: null, person: parent } as unknown as App.Locals;
	const read = async (request: Request) =>
		(await refused({ request, isDataRequest: false, locals }, 403, 'common:error.notForYou')).text();
	const html = await read(new Request('http://here.test/office', { headers: { accept: 'text/html' } }));
	expect(html).toContain('<a href="/plan">Planen</a>');
	const sent = new Request('http://here.test/office', {
		method: 'POST',
		headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
	});
	const body = new TextEncoder().encode('note=Ord');
	const back = await refused(
		{ request: sent, isDataRequest: false, locals: { ...locals, body } },
		403,
		'common:error.notForYou',
	);
	expect(await back.text()).not.toContain('<nav');
});
