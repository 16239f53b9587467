/** What is told on Home of meetings that are cancelled. Pure. */
import { longDay } from '$lib/i18n/format';
import type { Language } from '$lib/i18n/languages';
import type { Cancellation } from '$lib/meetings/cancelled.server';

/** So many are told one by one. */
const mostNamed = 3;

/** Each with its day and who did it, where whoever looks may know them; of many how many there are. */
export function cancelledTold(
	cancelled: readonly Cancellation[],
	language: Language,
	whose: (family: string) => string | undefined,
) {
	if (cancelled.length > mostNamed)
		return [
			{
				key: 'home:cancelledMany',
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
