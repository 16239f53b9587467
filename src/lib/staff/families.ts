/** The families a professional works with, and in which order they stand. Pure. */
import type { Touch } from '$lib/plan/plan';

/** A family in whose team I am now. */
export interface MyFamily {
	id: string;
	name: string;
	/** YYYY-MM-DD */
	enrolledOn: string;
	/** The family chose me as its coordinator. */
	isCoordinator: boolean;
}

export interface News {
	/** How many goals and steps something happened to. */
	goals: number;
	/** When the latest of it happened. */
	latest: string;
}

/** What is new in one plan since I looked; null when nothing is, or when I have never looked. */
export function newsOf(touches: readonly Touch[], visitedAt: string | null): News | null {
	if (!visitedAt) return null;
	const since = touches.filter(({ at }) => Date.parse(at) > Date.parse(visitedAt));
	const latest = since.map(({ at }) => at).sort((a, b) => Date.parse(b) - Date.parse(a))[0];
	return latest ? { goals: new Set(since.map(({ goalId }) => goalId)).size, latest } : null;
}

export const orders = ['news', 'name'] as const;
export type Order = (typeof orders)[number];
export const orderOf = (asked: string | null): Order => (asked === 'name' ? 'name' : 'news');

/**
 * The list in the order asked for: by name, or plans I have never seen first, then the latest news, then by name.
 * There is no other order: families are never ranked by how they are.
 */
export function inOrder<F extends Pick<MyFamily, 'name'> & { visitedAt: string | null; news: News | null }>(
	families: readonly F[],
	order: Order,
): F[] {
	const byName = (a: F, b: F) => a.name.localeCompare(b.name, 'da');
	if (order === 'name') return [...families].sort(byName);
	const freshness = ({ visitedAt, news }: F) => {
		if (!visitedAt) return Infinity;
		return news ? Date.parse(news.latest) : 0;
	};
	return [...families].sort((a, b) => {
		const [first, second] = [freshness(a), freshness(b)];
		return first === second ? byName(a, b) : second - first;
	});
}
