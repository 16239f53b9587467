import type { Page } from '@playwright/test';

/** As a reader does who wants larger text. */
export const enlarge = (page: Page, percent: number) =>
	page.evaluate((size) => void (document.documentElement.style.fontSize = size), `${percent}%`);

/** How wide the narrowest of two columns is, in rem. */
export const narrowestColumn = (page: Page) =>
	page.evaluate(() => {
		const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
		const columns = [...document.querySelectorAll('.columns > *')].filter((one) => one.children.length);
		// On a phone one takes the whole width, and that is as wide as it gets.
		const full = document.querySelector('main')!.clientWidth < 15 * rem;
		return full ? Infinity : Math.min(...columns.map((one) => one.getBoundingClientRect().width / rem));
	});

/** In what language a page says it is, and what can be pressed or filled in and says nothing. */
export const spoken = (page: Page) =>
	page.evaluate(() => {
		const isSaid = (one: Element) => {
			const labels = [...((one as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
			const others = one.getAttribute('aria-labelledby')?.split(' ') ?? [];
			const words = others.map((id) => document.getElementById(id)?.textContent);
			return [one.ariaLabel, one.textContent, ...labels, ...words].some((said) => said?.trim());
		};
		const parts = document.querySelectorAll(
			'title, h1, h2, h3, th, a, button, summary, select, textarea, input:not([type="hidden"]), [role="img"]',
		);
		const unnamed = [...parts].filter((one) => !isSaid(one)).map((one) => one.outerHTML);
		return { language: document.documentElement.lang, unnamed };
	});

/** What stands alone and is too small for a thumb; a link in the middle of a sentence is as high as its line. */
export const tooSmall = (page: Page) =>
	page.evaluate(() => {
		const said = (one: Element) => one.textContent.trim();
		const isInSentence = (one: Element) =>
			getComputedStyle(one).display === 'inline' && said(one) !== said(one.parentElement!);
		return [...document.querySelectorAll('a:not(.skip), button, summary, select')]
			.filter((one) => {
				const { width, height } = one.getBoundingClientRect();
				const isWholeCard = getComputedStyle(one, '::after').position === 'absolute';
				return width > 0 && Math.min(width, height) < 43.5 && !isWholeCard && !isInSentence(one);
			})
			.map(said);
	});

/**
 * What runs in its own direction and therefore stands at the other side than the page is read from, and fields that
 * show the end of what stands in them.
 */
export const astray = (page: Page) =>
	page.evaluate(() => {
		const styleOf = (one: Element) => getComputedStyle(one);
		const boxes = [...document.querySelectorAll('main :is(bdi, [dir]:not(input, textarea))')].filter(
			(one) => {
				const { direction, display, textAlign } = styleOf(one);
				const isTurned = direction !== styleOf(one.parentElement!).direction;
				return isTurned && display !== 'inline' && textAlign === 'start';
			},
		);
		const fields = [...document.querySelectorAll<HTMLInputElement>('main :is(input[type="text"], textarea)')];
		const latin = fields.filter((one) => /^[A-Za-z]/.test(one.value) && styleOf(one).direction === 'rtl');
		return [...boxes.map((one) => one.textContent), ...latin.map((one) => one.value)];
	});

/** What is on paper though it can only be pressed or filled in, and what is folded away. A switch says what is chosen. */
export const onPaper = (page: Page) =>
	page.evaluate(() => {
		const isShown = (one: Element) => one.checkVisibility() && one.getBoundingClientRect().height > 1;
		const controls = document.querySelectorAll(
			'button:not([role="switch"]), a.button:not([href^="tel:"]), select, textarea, input:not([type="hidden"])',
		);
		const folded = [...document.querySelectorAll('details:not([open])')].filter(
			(one) => isShown(one) && !isShown(one.lastElementChild!),
		);
		return [...[...controls].filter(isShown), ...folded].map((one) => one.textContent || one.outerHTML);
	});

/**
 * Marks one of each kind of text that looks as none that is known: in its colour, size and weight, on what stands behind
 * it. How well it can be read depends on nothing else. They are known from then on. @returns whether there are any
 */
export async function markNewLooks(page: Page, known: Set<string>): Promise<boolean> {
	const looks = await page.evaluate(
		(before) => {
			const behind = new Map<Element, string>();
			const behindOf = (one: Element | null): string => {
				if (!one) return '';
				if (!behind.has(one)) {
					const { backgroundColor, backgroundImage, opacity } = getComputedStyle(one);
					const own = [backgroundColor, backgroundImage, opacity].join();
					behind.set(one, `${own} ${behindOf(one.parentElement)}`);
				}
				return behind.get(one)!;
			};
			for (const marked of document.querySelectorAll('[data-look]')) marked.removeAttribute('data-look');
			const seen = new Set(before);
			const found: string[] = [];
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (texts.nextNode()) {
				const one = texts.currentNode.parentElement!;
				if (!texts.currentNode.textContent?.trim() || !one.checkVisibility()) continue;
				const { color, fontSize, fontWeight } = getComputedStyle(one);
				const look = [color, fontSize, fontWeight, behindOf(one)].join(' ');
				if (seen.has(look)) continue;
				seen.add(look);
				found.push(look);
				one.setAttribute('data-look', '');
			}
			return found;
		},
		[...known],
	);
	for (const look of looks) known.add(look);
	return looks.length > 0;
}
