/** What finding one family among many says: in words, because a professional's list has none of the room `office`. */
import { partOf } from '$lib/choosing';
import { createTexts } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { messagesOf } from '$lib/i18n/messages.server';
import { orders, type Finding, type Order } from './families';

/** The orders of the list, each with its address and what it is called. */
export async function waysToOrder(now: Order, part: string, language: Language) {
	const { t } = await createTexts(language, messagesOf(language, ['office']));
	return orders.map((order) => ({
		order,
		isCurrent: order === now,
		href: `?${new URLSearchParams({ order, ...(part && { part }) }).toString()}`,
		words: t(`office:families.by.${order}`),
	}));
}

/** @param of how many were found */
export async function finding(
	params: URLSearchParams,
	of: number,
	{ language, hint, order }: { language: Language; hint: 'findHint' | 'findHintMine'; order?: Order },
): Promise<Finding> {
	const { t } = await createTexts(language, messagesOf(language, ['office']));
	const part = partOf(params);
	return {
		part,
		label: t('office:families.find'),
		hint: t(`office:families.${hint}`),
		action: t('office:find.action'),
		all: t('office:find.all'),
		found: part ? t('office:families.found', { count: of, part }) : null,
		...(order && { order }),
		back: order ? `?order=${order}` : '?',
	};
}
