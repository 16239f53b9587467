import { namesTogether } from '$lib/i18n/format';
import type { Language } from '$lib/i18n/languages';
import type { Arrival } from '$lib/team/arrivals.server';

type Newcomer = Pick<Arrival, 'name' | 'memberRole' | 'wasFirst' | 'mayRefuse'>;

/** Who wants to come in and who has come, as sentences: keys of the room, what is put into them, and where the answer is given. */
export function told(waiting: number, arrived: Newcomer[], language: Language) {
	const say = (kind: 'family' | 'team' | 'first', of: Newcomer[]) => {
		if (!of.length) return [];
		const asked = of.some(({ mayRefuse }) => mayRefuse) && kind !== 'first';
		const names = namesTogether(
			of.map(({ name }) => name),
			language,
		);
		return [{ key: `home:joined.${kind}${asked ? 'Ask' : ''}`, values: { names }, href: '/team#arrived' }];
	};
	const whoWaits = waiting
		? [{ key: 'home:waiting', values: { count: waiting }, href: '/team#waiting' }]
		: [];
	if (arrived.length > 3)
		return [...whoWaits, { key: 'home:arrived', values: { count: arrived.length }, href: '/team#arrived' }];
	return [
		...whoWaits,
		...say(
			'family',
			arrived.filter(({ memberRole, wasFirst }) => memberRole && !wasFirst),
		),
		...say(
			'team',
			arrived.filter(({ memberRole }) => !memberRole),
		),
		...say(
			'first',
			arrived.filter(({ wasFirst }) => wasFirst),
		),
	];
}
