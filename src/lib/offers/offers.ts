/**
 * Offers: what families can use, and how far a family is with each (O1, O2).
 * Pure: no Kit, no database, no clock of its own.
 */
import { isOurChild, isParent, type Member } from '$lib/family/family';
import type { LifeArea } from '$lib/plan/areas';
import { mayChange, type Stood } from '$lib/plan/plan';
import type { Enums } from '$lib/server/database.types';

export type ProviderKind = Enums<'provider_kind'>;
export const providerKinds = [
	'municipality',
	'association',
	'voluntary',
	'business',
] as const satisfies readonly Enums<'provider_kind'>[];

/** How far a family is; 'suggested' is the coordinator's word, the others are the family's own. */
export type OfferState = Enums<'offer_state'>;
export const offerStates = [
	'suggested',
	'interested',
	'signed_up',
	'started',
	'finished',
	'not_for_us',
] as const satisfies readonly Enums<'offer_state'>[];
export type FamilyState = Exclude<OfferState, 'suggested'>;
export const familyStates = [
	'interested',
	'signed_up',
	'started',
	'finished',
	'not_for_us',
] as const satisfies readonly FamilyState[];

export const reasonLimit = 500;
/** The widest age range: nobody is left out. */
export const oldest = 120;
/** Offers not checked for so many days are hidden from families (51_offers.sql says the same). */
export const freshDays = 365;

export interface Offer {
	id: string;
	title: string;
	description: string;
	provider: string;
	providerKind: ProviderKind;
	lifeAreas: LifeArea[];
	/** Years, inclusive. */
	ageFrom: number;
	/** Years, inclusive. */
	ageTo: number;
	place: string;
	contact: string;
	/** In words; null when the provider has not said. */
	price: string | null;
	/** YYYY-MM-DD */
	verifiedOn: string;
	/** Taken out of the catalogue then; null while it is there. */
	retiredAt: string | null;
}

/** How many of the offers found, and of those a family has, are shown at once. */
export const foundShown = 40;
export const oursShown = 20;

/** The offers of a family as its page shows them: what waits for an answer, what is under way, what is over; over too is all for who has left. */
export const standings = {
	open: ['suggested'],
	going: ['interested', 'signed_up', 'started'],
	over: ['finished', 'not_for_us'],
} as const satisfies Record<string, readonly OfferState[]>;
export type Standing = keyof typeof standings;

/** An offer that was found, and how far the family is with it when it has it. */
export type FoundOffer = Offer & { state: OfferState | undefined };

/** An offer as it stands with one family. */
export interface FamilyOffer {
	id: string;
	familyId: string;
	offer: Offer;
	/** The goal it is for, with its words now; null: no goal in particular. */
	goal: { id: string; title: string } | null;
	/** Whom it is for; null: the whole family. */
	about: { id: string; name: string } | null;
	/** Null when they were erased. */
	suggestedBy: { id: string; name: string } | null;
	/** Why it was suggested; null when the family found it itself. */
	reason: string | null;
	state: OfferState;
	/** Whom it is for is not of the family any more: nobody answers (about_has_left). */
	hasLeft: boolean;
	createdAt: string;
	answeredAt: string | null;
}

/** How an offer stands with a family: what is for who has left is over, whatever was said. */
const standingOf = ({ state, hasLeft }: Pick<FamilyOffer, 'state' | 'hasLeft'>): Standing =>
	(!hasLeft &&
		(['open', 'going'] as const).find((one) => (standings[one] as readonly OfferState[]).includes(state))) ||
	'over';

/** What is still asked first, then what is under way, and what is over last; each in the order it came in. */
export function askedFirst<One extends Pick<FamilyOffer, 'state' | 'hasLeft'>>(
	offers: readonly One[],
): One[] {
	const order = Object.keys(standings);
	return offers.toSorted((a, b) => order.indexOf(standingOf(a)) - order.indexOf(standingOf(b)));
}

/** From what the forms are drawn that say it otherwise. */
export interface SaidOfOffer {
	/** When the answer was given. */
	saidAt: string | null;
	/** Who gave it. */
	saidBy: string | null;
	/** The goal it is tied to, also one that is off the plan. */
	tiedTo: string | null;
}

/**
 * Whom of a family this person may say an offer is for, and answer for: a parent for the household and the children,
 * everybody for themselves (as 54_offers_families.sql). A null id is the whole family.
 */
export function mayAnswerFor(
	me: string,
	family: string,
	members: readonly Pick<Member, 'id' | 'name' | 'familyId' | 'role' | 'stage'>[],
): { id: string | null; name: string | null }[] {
	const here = members.filter(({ familyId }) => familyId === family);
	const decides = here.some(({ id, role }) => id === me && isParent(role));
	const people = here.filter((member) => member.id === me || (decides && isOurChild(member)));
	return [...(decides ? [{ id: null, name: null }] : []), ...people.map(({ id, name }) => ({ id, name }))];
}

/** Whom an offer to a family is for; nobody in particular: the whole family. */
export interface ForWhom {
	familyId: string;
	aboutId: string | null;
}

/** Whether this person may answer for whom an offer is for. */
export const mayAnswer = (
	me: string,
	{ familyId, aboutId }: ForWhom,
	members: Parameters<typeof mayAnswerFor>[2],
): boolean => mayAnswerFor(me, familyId, members).some(({ id }) => id === aboutId);

/** Whether this person ties an offer to a goal: to one of the whole family, or one that is theirs to change (54_offers_families.sql). */
export const mayTieTo = (
	me: string,
	goal: Pick<Stood, 'familyId' | 'aboutId'>,
	members: Parameters<typeof mayChange>[2],
): boolean => goal.aboutId === null || mayChange(me, goal, members);

export interface Search {
	words: string;
	area: LifeArea | null;
	/** Years. */
	age: number | null;
	/** One of the places of the catalogue, or a part of one. */
	town: string;
}

/** How many places of the catalogue there are to choose from (51_offers.sql). */
export const mostPlaces = 500;

/** How many letters and words of what is written are looked for (53_offers_search.sql: the first sixteen). */
export const mostLetters = 100;
export const mostWords = 16;

/** A search as it was asked. */
export interface Asked extends Search {
	/** More was written than is looked for. */
	isShortened: boolean;
	/** What was written as an age and is none; '' otherwise. */
	unclearAge: string;
}

export const isSearching = ({ words, area, age, town }: Search) =>
	words !== '' || area !== null || age !== null || town !== '';

/** What usually comes next after a state; null at the end of the way. */
export function nextState(state: OfferState): FamilyState | null {
	const next = {
		suggested: 'interested',
		interested: 'signed_up',
		signed_up: 'started',
		started: 'finished',
		finished: null,
		not_for_us: 'interested',
	} as const;
	return next[state];
}

/** Whom an offer is for, as a message key and its numbers: everybody, from an age, up to an age, between two. */
export function agesOf({ ageFrom, ageTo }: Pick<Offer, 'ageFrom' | 'ageTo'>) {
	const openEnd = ageTo >= 99;
	if (ageFrom === 0 && openEnd) return { key: 'offers:age.everybody' as const, from: ageFrom, to: ageTo };
	if (openEnd) return { key: 'offers:age.from' as const, from: ageFrom, to: ageTo };
	if (ageFrom === 0) return { key: 'offers:age.upTo' as const, from: ageFrom, to: ageTo };
	if (ageFrom === ageTo) return { key: 'offers:age.only' as const, from: ageFrom, to: ageTo };
	return { key: 'offers:age.between' as const, from: ageFrom, to: ageTo };
}

/** Not checked for so long that families no longer find it; `today` is YYYY-MM-DD in Denmark. */
export const isStale = ({ verifiedOn }: Pick<Offer, 'verifiedOn'>, today: string) =>
	Date.parse(today) - Date.parse(verifiedOn) >= freshDays * 24 * 60 * 60 * 1000;
