/** What a form that edits says besides its fields: what it was drawn from. Apart: few pages have one. */
import type { Answer, Stands } from './answer';

/** Beside each field that a form edits, under this name, what it was drawn from; with nothing in it, an empty one. */
export const before = <Name extends string>(name: Name) => `was-${name}` as const;
const isBefore = (name: string) => name.startsWith(before(''));

/** The values that say something. */
export const listOf = (value: Stands['value'] | undefined): string[] =>
	(Array.isArray(value) ? value : [value ?? '']).map((one) => String(one).trim()).filter(Boolean);
export const isSame = (some: readonly string[], others: readonly string[]) =>
	some.toSorted().join('\n') === others.toSorted().join('\n');

/** A form that edits was sent as it was drawn. */
export function isUnchanged(typed: Answer['typed']): boolean {
	const fields = Object.keys(typed).filter(isBefore);
	const now = (name: string) => listOf(typed[name.slice(before('').length)]);
	return fields.length > 0 && fields.every((name) => isSame(listOf(typed[name]), now(name)));
}
