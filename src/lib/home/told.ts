import { namesTogether } from '$lib/i18n/format';
import type { Language } from '$lib/i18n/languages';
import { inSentence } from '$lib/sharing/sharing';
import type { Arrival } from '$lib/team/arrivals.server';

type New = Pick<Arrival, 'kind' | 'name' | 'profession' | 'wasFirst' | 'mayRefuse'>;

/** What is new around the family, as sentences: keys of the room, what is put into them, and where the answer is given. */
export function told(waiting: number, all: New[], language: Language) {
	const say = (key: string, of: New[], values: Record<string, string | number> = {}) => {
		const names = namesTogether(
			of.map(({ name }) => name),
			language,
		);
		return of.length ? [{ key: `home:${key}`, values: { names, ...values }, href: '/team#arrived' }] : [];
	};
	const came = (key: string, of: New[]) =>
		say(key + (of.some(({ mayRefuse }) => mayRefuse) ? 'Ask' : ''), of);
	const those = (kind: Arrival['kind']) => all.filter((one) => one.kind === kind);

	const whoWaits = waiting
		? [{ key: 'home:waiting', values: { count: waiting }, href: '/team#waiting' }]
		: [];
	const arrived = [...those('joined'), ...those('joined_team')];
	const became = those('new_profession');
	return [
		...whoWaits,
		...(arrived.length > 3
			? [{ key: 'home:arrived', values: { count: arrived.length }, href: '/team#arrived' }]
			: [
					...came(
						'joined.family',
						those('joined').filter(({ wasFirst }) => !wasFirst),
					),
					...came('joined.team', those('joined_team')),
					...say(
						'joined.first',
						arrived.filter(({ wasFirst }) => wasFirst),
					),
				]),
		...(became.length === 1
			? say('became', became, { profession: inSentence(became[0]!.profession ?? '') })
			: say('becameSeveral', became)),
		...say('gone', those('left_team')),
	];
}
