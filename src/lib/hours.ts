/** When something is open, as OpenStreetMap writes it ("Mo-Th 09:00-15:00; Fr 09:00-12:00"), in the language of a page. */
import { formatter, namesTogether } from './i18n/format';
import type { Translate } from './i18n/i18n';
import type { Language } from './i18n/languages';
import { timeOfDay } from './i18n/seldom';

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
/** "mandag"; the first of January 2024 was a Monday. */
const dayName = (day: string, language: Language) =>
	formatter(language, { weekday: 'long' }).format(new Date(Date.UTC(2024, 0, days.indexOf(day) + 1, 12)));

/** "Åbent mandag til torsdag kl. 09.00-15.00 og fredag kl. 09.00-12.00." */
export function hoursWords(written: string, t: Translate, language: Language): string {
	const parts = written.split('; ').map((part) => {
		const [when = '', times = ''] = part.split(' ');
		const [first = '', last] = when.split('-');
		const [from = '', to = ''] = times.split('-');
		const open = { from: timeOfDay(from, language), to: timeOfDay(to, language) };
		return last
			? t('seldom:hours.days', { first: dayName(first, language), last: dayName(last, language), ...open })
			: t('seldom:hours.day', { day: dayName(first, language), ...open });
	});
	return t('seldom:hours.open', { hours: namesTogether(parts, language) });
}
