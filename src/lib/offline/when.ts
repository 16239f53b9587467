/** When something was, as people say it: a little ago, today, yesterday, or on which day. */
import { clock, danishDay, longDay } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';

const hour = 60 * 60 * 1000;

/** @param say the words of `seldom` */
export function whenOf(moment: string, now: Date, say: Translate, language: Language): string {
	const at = new Date(moment);
	const ago = now.getTime() - at.getTime();
	// A clock that was put right meanwhile may say that it is still to come.
	if (ago < hour && ago > -hour) return say('seldom:when.justNow');
	const day = danishDay(at);
	const time = clock(at, language);
	if (day === danishDay(now)) return say('seldom:when.today', { time });
	if (day === danishDay(new Date(now.getTime() - 24 * hour))) return say('seldom:when.yesterday', { time });
	return say('seldom:when.day', { day: longDay(at, language), time });
}
