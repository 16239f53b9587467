/** The families a professional works with, and in which order they stand. Pure. */
import type { PlanNews } from '$lib/plan/plan';

/** A family in whose team I am now. */
export interface MyFamily {
	id: string;
	name: string;
	/** YYYY-MM-DD */
	enrolledOn: string;
	/** The family chose me as its coordinator. */
	isCoordinator: boolean;
}

/** Since when; null for a plan I have never looked at. */
type Latest = Pick<PlanNews, 'latest'>;

export const orders = ['news', 'name'] as const;
export type Order = (typeof orders)[number];
export const orderOf = (asked: string | null): Order => (asked === 'name' ? 'name' : 'news');

/**
 * The list in the order asked for: by name, or plans I have never seen first, then the latest news, then by name.
 * There is no other order: families are never ranked by how they are.
 */
export function inOrder<F extends Pick<MyFamily, 'name'> & { news: Latest | null }>(
	families: readonly F[],
	order: Order,
): F[] {
	const byName = (a: F, b: F) => a.name.localeCompare(b.name, 'da');
	if (order === 'name') return [...families].sort(byName);
	const freshness = ({ news }: F) => {
		if (!news) return Infinity;
		return news.latest ? Date.parse(news.latest) : 0;
	};
	return [...families].sort((a, b) => {
		const [first, second] = [freshness(a), freshness(b)];
		return first === second ? byName(a, b) : second - first;
	});
}
