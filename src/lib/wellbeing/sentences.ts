/** What is said about several answers: how it has changed, and what the curve shows. */
import { danishDay, dayAndYear } from '$lib/i18n/format';
import { monthAndYear, monthName } from '$lib/i18n/seldom';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { changeOf, type Comparison } from './change';
import type { Point } from './curve';
import type { Rating, Topic } from './wellbeing';
import { scoreWords } from './words';

/**
 * "i marts"; with the year when that is another month of March, with the day when it is this very month, and "tidligere i
 * dag" when it is this very day.
 */
function sinceWords(t: Translate, language: Language, before: string, last: string, today: string): string {
	const [then, since] = [danishDay(new Date(before)), danishDay(new Date(last))];
	if (then === since) return t(`wellbeing:change.since.${since === today ? 'today' : 'sameDay'}`);
	if (then.slice(0, 7) === since.slice(0, 7)) {
		return t('wellbeing:change.since.day', { day: dayAndYear(before, language) });
	}
	const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
	const month =
		months(since) - months(then) < 12 ? monthName(before, language) : monthAndYear(before, language);
	return t('wellbeing:change.since.month', { month });
}

/**
 * "Du har det lidt bedre end i marts", "end sidst (i marts)" where it is compared with more; of an own scale "Det går …",
 * since it may be about a back.
 * @param today YYYY-MM-DD in Denmark
 */
export function changeWords(
	t: Translate,
	language: Language,
	topic: Topic,
	{ against, before, last }: Comparison<Pick<Rating, 'ratedAt' | 'score'>>,
	today: string,
): string {
	const change = changeOf(topic, before.score, last.score);
	const when = sinceWords(t, language, before.ratedAt, last.ratedAt, today);
	const since = against ? t(`wellbeing:change.since.${against}`, { when }) : when;
	return topic === 'scale'
		? t(`wellbeing:change.scale.${change}`, { since })
		: t(`wellbeing:change.you.${change}`, { since });
}

/** What somebody hears instead of seeing the curve. */
export function curveWords(
	t: Translate,
	language: Language,
	topic: Topic,
	points: readonly Point[],
	enrolledOn: string | null,
): string {
	const [first, last] = [points[0], points.at(-1)];
	if (!first || !last) return '';
	const curve = t('wellbeing:curve.alt', {
		count: points.length,
		from: dayAndYear(first.at, language),
		until: dayAndYear(last.at, language),
		first: scoreWords(t, topic, first.score),
		last: scoreWords(t, topic, last.score),
	});
	return enrolledOn
		? `${curve} ${t('wellbeing:curve.altStart', { date: dayAndYear(enrolledOn, language) })}`
		: curve;
}
