/** What is told of meetings that are cancelled, or held after all: to a family on Home, to a professional with their families. Pure. */
import { longDay } from '$lib/i18n/format';
import type { Language } from '$lib/i18n/languages';
import type { Cancellation } from '$lib/meetings/cancelled.server';

/** So many are told one by one. */
const mostNamed = 3;

interface Telling {
	language: Language;
	/** Of several families of theirs: what one is called. */
	whose?: (family: string) => string | undefined;
	/** There are more than these. */
	isCut?: boolean;
}

/**
 * Each with its day, and of those that are cancelled who did it, where whoever looks may know them; of many of these how
 * many there are. What is held after all is said first, and one by one: somebody is awaited there.
 */
export function cancelledTold(
	news: readonly Cancellation[],
	{ language, whose, isCut = false }: Telling,
): { key: string; values: object; href: string; whose: string | undefined; isOff: boolean }[] {
	const say = (key: string, one: Cancellation, values = {}) => ({
		key: `home:${key}`,
		values: { day: longDay(one.startsAt, language), ...values },
		href: `/meetings/${one.id}`,
		whose: whose?.(one.familyId),
		isOff: one.cancelledAt !== null,
	});
	const held = news
		.filter(({ cancelledAt }) => !cancelledAt)
		.map((one) => say(one.isAsked ? 'heldAgainAsk' : 'heldAgain', one));
	const cancelled = news.filter(({ cancelledAt }) => cancelledAt);
	if (cancelled.length > mostNamed)
		return [
			...held,
			{
				key: isCut ? 'home:cancelledMore' : 'home:cancelledMany',
				values: { count: cancelled.length },
				href: '/meetings#cancelled',
				whose: undefined,
				isOff: true,
			},
		];
	return [
		...held,
		...cancelled.map((one) =>
			one.byName ? say('cancelledBy', one, { by: one.byName }) : say('cancelled', one),
		),
	];
}
