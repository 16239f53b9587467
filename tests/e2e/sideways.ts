import type { Page } from '@playwright/test';

/** How many pixels a page is wider than its window. */
export const sideways = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Longer than any line of a phone. */
const longWord = 'Sundhedsplejerskekonferencedeltagerbevisholder';
/** The demo's people, as sentences of ours name them. */
const names =
	'Amira|Emil|Noah|Jesper|Line|Karla|Sofie|Anton|Mette|Jonas|Pia|Thomas|Yusuf|Bent|Hanne|Karen|Holm|Bak';

/** What people wrote, and every name, becomes one long word; what is folded is unfolded. */
export const writeLong = (page: Page) =>
	page.evaluate(
		([word, known]) => {
			for (const fold of document.querySelectorAll('details')) fold.open = true;
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (texts.nextNode()) {
				const text = texts.currentNode as Text;
				const isWritten = text.parentElement?.closest('bdi, h1, h3') && text.data.trim();
				text.data = isWritten ? word : text.data.replace(new RegExp(`\\b(${known})\\b`, 'g'), word);
			}
		},
		[longWord, names] as const,
	);
