import { describe, expect, test } from 'vitest';
import { engine } from '$lib/i18n/engine';
import { languages, type Language } from '$lib/i18n/languages';
import { messagesOf } from '$lib/i18n/messages.server';
import { namespacesOf } from '$lib/i18n/rooms';
import { titleOf, titlesOfAnswering, titlesOfAnswers, titlesOfClosed } from './titles';

const pages = Object.keys(import.meta.glob('/src/routes/**/+page.svelte'))
	.map((file) => file.slice('/src/routes'.length, -'/+page.svelte'.length))
	// The shell is empty until the phone puts a page into it.
	.filter((route) => !route.startsWith('/(open)/shell'));

describe.each(Object.keys(languages) as Language[])('in %s', (language) => {
	const saidOn = (route: string) => {
		const key = titleOf(route);
		const said = key && engine(language, messagesOf(language, namespacesOf(route)))(key);
		return { key, said };
	};

	test.each(pages)('%s has a title in words of ours', (route) => {
		const { key, said } = saidOn(route);
		expect(key, 'a title in src/lib/titles.ts').not.toBeNull();
		// A key that the page's rooms do not have is shown as it is.
		expect(said).not.toBe(key!.split(':')[1]);
		expect(said).not.toMatch(/\{\{/);
	});

	test('an invitation that opens nothing has a title in words of ours', () => {
		const route = '/(open)/invitation/[code]';
		const t = engine(language, messagesOf(language, namespacesOf(route)));
		const said = Object.values(titlesOfClosed).map((key) => t(key));
		expect(said).toEqual([...new Set(said)]);
		for (const words of [...said, saidOn(route).said]) expect(words).not.toMatch(/closed|\{\{/);
	});

	test('what is answered has titles of its own', () => {
		const t = engine(language, messagesOf(language, namespacesOf('/(family)/wellbeing/[instrument]')));
		const keys = [...Object.values(titlesOfAnswers), ...Object.values(titlesOfAnswering)];
		const said = keys.map((key) => t(key));
		expect(said).toEqual([...new Set(said)]);
		for (const words of said) expect(words).not.toMatch(/page|\{\{/);
	});

	test('no two pages have the same: one person may be on both sides of the house', () => {
		const said = pages.map((route) => saidOn(route).said);
		expect(said).toEqual([...new Set(said)]);
	});
});
