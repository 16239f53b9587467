import { createTexts } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { messagesOf } from '$lib/i18n/messages.server';
import type { Agreed } from './agreed';
import { agreedWords } from './agreed-words';

/** What stands under a plan's name (AgreedLine). In words: what they are made of need not travel. */
export interface Line {
	/** The version agreed last; null: nothing has been agreed. */
	version: string | null;
	/** When it was agreed, and with whom. */
	says: string;
	/** How much is different since. */
	since: string | null;
	/** Asks whoever may say yes too, and has not: the question, and what leads to it. */
	asks: { title: string; action: string } | null;
}

/** @param isOurs whoever reads it is of the family; `me`: who it is */
export async function lineOf(
	agreed: Agreed | undefined,
	language: Language,
	{ isOurs, me, asks = false }: { isOurs: boolean; me?: string; asks?: boolean },
): Promise<Line> {
	const { t } = await createTexts(language, messagesOf(language, ['agreed', 'common']));
	if (!agreed) {
		return { version: null, says: t(isOurs ? 'agreed:none' : 'agreed:noneTheirs'), since: null, asks: null };
	}
	const { version, changed, walked } = agreed;
	const since = [
		...(changed ? [t('agreed:changed', { count: changed })] : []),
		...(walked ? [t('agreed:walked', { count: walked })] : []),
	];
	return {
		version: version.id,
		says: agreedWords(version, t, language, me),
		since: since.length ? since.join(' · ') : t('agreed:same'),
		asks: asks ? { title: t('agreed:ask.title'), action: t('agreed:here.agree') } : null,
	};
}
