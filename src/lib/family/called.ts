/** What somebody is called when spoken to, or about. Pure. */
import type { Member } from './family';

/** Before a name these say who somebody is in the family, and are no name of their own; in Danish, English and Arabic. */
const kin = new Set(
	(
		'onkel tante moster faster farbror morbror mormor morfar farmor farfar bedste bedstemor bedstefar ' +
		'mor far bror søster kusine fætter nabo uncle aunt auntie grandma grandpa grandmother grandfather ' +
		'mum mom dad brother sister cousin عم عمو عمة خال خالو خالة جدة جد أم أبو ام ابو أخ أخت تيتا جدو'
	).split(' '),
);

/**
 * What a family calls somebody, and what they are called when greeted: the first word of the name, and one more where the first is what they are to
 * the family ("Onkel Sami"), for nobody is called that alone.
 */
export function calledName(name: string): string {
	const [first = '', ...others] = name.trim().split(/\s+/u);
	return [first, ...(kin.has(first.toLocaleLowerCase('da')) ? others.slice(0, 1) : [])].join(' ');
}

type Named = {
	id: string | null;
	name: string | null;
	/** Where they are called by less: for the initials, which are the same everywhere. */
	wholeName?: string | undefined;
};

const calling = <T extends Named>(one: T, name: string | null): T =>
	name === one.name ? one : { ...one, name, wholeName: one.name ?? undefined };

/** A family as its own speak of it: each as they are called, and by their whole name where two are called the same. */
export function calledIn<M extends Named & { id: string; name: string }>(members: readonly M[]): M[] {
	const isAlone = (one: M) =>
		members.every(({ id, name }) => id === one.id || calledName(name) !== calledName(one.name));
	return members.map((one) => (isAlone(one) ? calling(one, calledName(one.name)) : one));
}

/** Says of somebody, where they are one of ours, what we call them; everybody else keeps their whole name. */
export const callingOurs =
	(ours: readonly Named[]) =>
	<T extends Named>(one: T): T =>
		calling(one, ours.find(({ id }) => id === one.id)?.name ?? one.name);

/** The same of somebody who may be erased or unseen here: then what is said instead, which is no name. */
export const calledOr = (name: string | null | undefined, instead: string): string =>
	name ? calledName(name) : instead;

/** The parents whom a child of theirs can ask, by what it calls them at home: adults, where there are any. */
export function parentsToAsk(members: readonly Pick<Member, 'name' | 'role' | 'stage'>[]): string[] {
	const parents = members.filter(({ role }) => role === 'parent');
	const adults = parents.filter(({ stage }) => stage === 'adult');
	return [...new Set((adults.length ? adults : parents).map(({ name }) => calledName(name)))];
}
