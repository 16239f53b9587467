/** Meetings about Noah, who has two homes, which the parent of one calls. */
import { expect } from 'vitest';
import { june } from '../../e2e/pages.ts';
import { people } from '../../people.ts';
import { wordsOf, type House } from '../house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
export const holm = id('8002', 'a');
export const bak = id('8002', 'b');
export const father = people['other-parent'];

export function twoHomes({ post }: House) {
	const noah = { about: people.child, purpose: 'Fodbold', start: '10:00', end: '11:00', place: 'Her' };
	/** A meeting to which the parent asks Noah's father. */
	const asking = (tail: string, family: string, fields: Record<string, string>) => ({
		_form: 'propose',
		id: id('8020', `f${tail}`).replace('-8020-', '-8f20-'),
		family,
		date: june.date,
		...noah,
		...fields,
	});

	const where = { start: '12:00', end: '13:00' };
	/** A meeting about Noah, and how it is moved: by whom, from which revision. */
	async function calledWith(tail: string, fields: Record<string, string>) {
		const called = asking(tail, holm, { ...where, ...fields });
		const sent = await post('/meetings/new', 'parent', called);
		expect(sent.headers.get('location')).toBe(`/meetings/${called.id}`);
		const [ours, theirs] = [`/meetings/${called.id}`, `/families/${holm}/meetings/${called.id}`];
		const moves = async (persona: string, drawnFrom: number, fields: Record<string, string>) => {
			const path = `${persona === 'coordinator' ? theirs : ours}/move`;
			const moved = { _form: 'move', drawnFrom: `${drawnFrom}`, date: june.date, ...where, ...fields };
			const answer = await post(path, persona, moved);
			return { status: answer.status, words: answer.status === 303 ? '' : wordsOf(await answer.text()) };
		};
		return { id: called.id, ours, theirs, moves };
	}
	return { asking, calledWith };
}
