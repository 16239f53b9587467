/** How a form is filled in with ids of another family. */
import { june } from '../e2e/pages.ts';
import { ofMunicipality, samples, type Kind } from './samples.ts';

export type Letter = 'a' | 'b' | 'c' | 'd';
/** Ids that there are, by '<letter of the family> <kind>'. */
export type Pool = ReadonlyMap<string, string[]>;

let made = 0;
/** An id that nothing has. */
export const fresh = () => `01990000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`;

/** The kind of id that a field holds; null when it holds none. */
const kindOf = (value: string): Kind | null => (/^@(?!june)/.test(value) ? (value.slice(1) as Kind) : null);

/** Whether a command says which one of something it is about. */
export const holdsIds = (name: string) =>
	(samples.get(name) ?? []).some((sample) =>
		Object.values(sample).some((value) => !['fresh', null].includes(kindOf(value))),
	);

export interface Way {
	sample: Record<string, string>;
	/** Which fields are somebody else's. */
	foreign: string;
	fields: [string, string][];
}

/** The ways to fill in a form with ids of another family: all of them, and each alone among one's own. */
export function waysOf(sample: Record<string, string>, own: Letter, other: Letter, pool: Pool): Way[] {
	const fields = Object.entries(sample);
	const isFarther = (own === 'd') !== (other === 'd');
	const idFields = fields.filter(([, value]) => {
		const kind = kindOf(value);
		return kind && kind !== 'fresh' && (isFarther || !ofMunicipality.includes(kind));
	});
	const some = idFields.map(([field]) => field);
	const picks = [some, ...(some.length > 1 ? some.map((one) => [one]) : [])];
	return picks.flatMap((picked): Way[] => {
		if (!picked.length) return [];
		const filled = fields.map(([field, value]): [string, string | undefined] => {
			const kind = kindOf(value);
			if (value === '@june') return [field, june.date];
			if (!kind) return [field, value];
			if (kind === 'fresh') return [field, fresh()];
			return [field, pool.get(`${picked.includes(field) ? other : own} ${kind}`)![0]];
		});
		// A family without such a thing: nobody can send its id.
		if (filled.some(([field, value]) => value === undefined && picked.includes(field))) return [];
		return [
			{
				sample,
				foreign: `${picked.join(' and ')} of family ${other}`,
				fields: filled.map(([field, value]) => [field, value ?? '']),
			},
		];
	});
}

/** The address of a form: its parts are what the fields say. */
export const addressOf = (
	door: string,
	fields: [string, string][],
	sample: Record<string, string>,
	own: Letter,
	pool: Pool,
) =>
	door.replace(/\[(\w+)\]/g, (_, part: string) => {
		if (part === 'instrument') return 'ladder';
		if (part === 'code') return 'AAAA-AAAA-AAAA-AAAA';
		const field = Object.entries(sample).find(([, value]) => value === `@${part}`)?.[0];
		const said = fields.find(([one]) => one === field)?.[1];
		return said || pool.get(`${own} ${part}`)?.[0] || fresh();
	});
