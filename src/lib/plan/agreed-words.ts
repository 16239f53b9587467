import { dayAndYear, longDay } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { fromTeam, isAtMeeting, type Version } from './agreed';
import { someNames } from './some-names';

/**
 * "Aftalt den 12. november 2026 på mødet. Emil, Jonas og Mette var med.": when the plan was agreed, and who was there
 * unless it was only the parent who says so, the family first.
 */
export function agreedWords(
	version: Version,
	t: Translate,
	language: Language,
	me: string | undefined,
): string {
	const fromFamily = version.present.filter(({ voice }) => voice === 'family');
	const everybody = [...fromFamily, ...fromTeam(version)];
	const others = everybody.filter(({ id }) => !id || id !== me).map(({ name }) => name ?? t('common:gone'));
	const there = others.length < everybody.length ? [t('agreed:you'), ...others] : others;
	const said = {
		date: dayAndYear(version.agreedAt, language),
		day: version.meeting ? longDay(version.meeting.startsAt, language) : '',
		names: someNames(there, t, language),
	};
	const when = t(`agreed:${!version.meeting ? 'on' : isAtMeeting(version) ? 'at' : 'after'}`, said);
	const isAlone = there.length === 1 && version.present[0]?.id === version.agreedBy?.id;
	return there.length && !isAlone ? `${when} ${t('agreed:present', said)}` : when;
}
