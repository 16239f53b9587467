/** Since when a family takes part, how far it has come, and until when (F2). Pure. */
import type { Enums } from '$lib/server/database.types';

/** How far a family has come in the project. Words about a time, never about people. */
export const tiers = ['stabilising', 'normalising', 'preventive'] as const satisfies readonly Enums<'tier'>[];
export type Tier = Enums<'tier'>;

export const placeAnswers = ['accepted', 'declined'] as const satisfies readonly Enums<'enrolment_answer'>[];
export type PlaceAnswer = Enums<'enrolment_answer'>;

/** A time in which a family takes part. Days are YYYY-MM-DD; null: not written down, or not yet. */
export interface Enrolment {
	id: string;
	familyId: string;
	/** The visitation date: the baseline of all measures. */
	visitedOn: string;
	offeredOn: string | null;
	answeredOn: string | null;
	answer: PlaceAnswer | null;
	endedOn: string | null;
	/** When that was written down: what ended with it has this moment. */
	endedAt: string | null;
	createdAt: string;
	/** Each from a day, until the next begins or the enrolment ends. */
	tiers: { tier: Tier; fromOn: string }[];
}

export interface Happening {
	kind: 'visited' | 'offered' | PlaceAnswer | Tier | 'ended';
	on: string;
	/** A tier that is in force. */
	isNow: boolean;
}

/** What happens on one day happens in this order. */
const order = ['visited', 'offered', ...placeAnswers, ...tiers, 'ended'];

/** What has happened, in order of time. */
export function happenings(enrolment: Enrolment): Happening[] {
	const { visitedOn, offeredOn, answeredOn, answer, endedOn } = enrolment;
	const now = tierNow(enrolment);
	const all = [
		{ kind: 'visited' as const, on: visitedOn, isNow: false },
		{ kind: 'offered' as const, on: offeredOn, isNow: false },
		...(answer ? [{ kind: answer, on: answeredOn, isNow: false }] : []),
		...enrolment.tiers.map(({ tier, fromOn }) => ({
			kind: tier,
			on: fromOn,
			isNow: tier === now?.tier && fromOn === now.fromOn,
		})),
		{ kind: 'ended' as const, on: endedOn, isNow: false },
	];
	return all
		.flatMap(({ on, ...happening }) => (on === null ? [] : [{ ...happening, on }]))
		.sort((a, b) => a.on.localeCompare(b.on) || order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The tier in force; null when none is written down, or the enrolment is over. */
export function tierNow({ endedOn, tiers }: Enrolment): Enrolment['tiers'][number] | null {
	if (endedOn !== null) return null;
	return [...tiers].sort((a, b) => b.fromOn.localeCompare(a.fromOn))[0] ?? null;
}

/** Whether something of a family, at that moment, ended because its part in the project did. */
export const endedWith = (
	enrolments: readonly Pick<Enrolment, 'familyId' | 'endedAt'>[],
	family: string,
	moment: string | null,
) => moment !== null && enrolments.some(({ familyId, endedAt }) => familyId === family && endedAt === moment);

/** The enrolment in force; null when the family takes part no more. */
export const inForce = (enrolments: readonly Enrolment[]): Enrolment | null =>
	enrolments.find(({ endedOn }) => endedOn === null) ?? null;
