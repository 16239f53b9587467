import { dayAndYear, namesTogether, shortDay } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { fromTeam, isAtMeeting, type Version } from './agreed';

/** More are counted. */
const namesShown = 3;

/** "Aftalt den 12. november 2026, på mødet med Jonas og Mette": when the plan was agreed, and with whom of the team. */
export function agreedWords(version: Version, t: Translate, language: Language): string {
	const there = fromTeam(version).map(({ name }) => name ?? t('common:gone'));
	const more = there.length - namesShown;
	const shown = more > 0 ? [...there.slice(0, namesShown), t('agreed:others', { count: more })] : there;
	const said = {
		date: dayAndYear(version.agreedAt, language),
		day: version.meeting ? shortDay(version.meeting.startsAt, language) : '',
		names: namesTogether(shown, language),
	};
	if (!version.meeting) return t(there.length ? 'agreed:with' : 'agreed:on', said);
	if (isAtMeeting(version)) return t(there.length ? 'agreed:atWith' : 'agreed:at', said);
	return t(there.length ? 'agreed:afterWith' : 'agreed:after', said);
}
