/** What is told on Home of meetings that are cancelled. Pure. */
import { longDay } from '$lib/i18n/format';
import type { Language } from '$lib/i18n/languages';
import type { First } from '$lib/more';
import type { Cancellation } from '$lib/meetings/cancelled.server';

/** So many are told one by one. */
const mostNamed = 3;

/** Each with its day and who did it, where whoever looks may know them; of many how many there are, or that there are more. */
export function cancelledTold(
	{ rows: cancelled, isCut }: First<Cancellation>,
	language: Language,
	whose: (family: string) => string | undefined,
) {
	if (cancelled.length > mostNamed)
		return [
			{
				key: isCut ? 'home:cancelledMore' : 'home:cancelledMany',
				values: { count: cancelled.length },
				href: '/meetings#cancelled',
				whose: undefined,
			},
		];
	return cancelled.map(({ id, startsAt, familyId, byName: by }) => ({
		key: by ? 'home:cancelledBy' : 'home:cancelled',
		values: { day: longDay(startsAt, language), ...(by && { by }) },
		href: `/meetings/${id}`,
		whose: whose(familyId),
	}));
}
