/** Whose a meeting is: what each of the demo's people reads of it and can press, and what is refused when sent anyway. */
import { describe, expect, test } from 'vitest';
import { june } from '../../e2e/pages.ts';
import { house } from '../house.ts';
import { meetingsMoved } from './another-time.ts';
import { addressesOfHomes } from './home-address.ts';
import { meetingsOfTwoHomes } from './other-home.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const holm = id('8002', 'a');
const bak = id('8002', 'b');
const [ofHolm, aboutNoah, held, ofBak] = ['a1', 'a2', 'a3', 'b1'].map((tail) => id('8020', tail));

const here = house('who sees meetings');
const { get, post, seen, statusOf, refused } = here;

describe('meetings', () => {
	test('the calendar file names nobody and says nothing of why', async () => {
		for (const [path, persona] of [
			[`/meetings/${aboutNoah}`, 'parent'],
			[`/families/${holm}/meetings/${ofHolm}`, 'coordinator'],
		] as const) {
			const answer = await get(`${path}/calendar.ics`, persona);
			expect(answer.headers.get('content-type')).toContain('text/calendar');
			const file = (await answer.text()).replaceAll('\r\n ', '');
			expect(file).toContain('SUMMARY:Møde · Vores Plan');
			expect(file).toContain(path);
			expect(file).not.toMatch(/Holm|Noah|Amira|Jesper|Mette|Jonas|egelund|ATTENDEE|fodbold|skole/i);
		}
	});

	test('the other home sees the meeting about the shared child and nothing else', async () => {
		const { cards } = await seen('/meetings', 'other-parent');
		const elsewhere = cards.filter((card) => card.includes('Fra det andet hjem (Noah)'));
		expect(elsewhere).toHaveLength(2);
		expect(elsewhere.filter((card) => card.includes('På video'))).toHaveLength(1);
		expect(cards.filter((card) => card.includes('Nørreby Skole'))).toEqual([]);

		const shared = await seen(`/meetings/${aboutNoah}`, 'other-parent');
		expect(shared.words).toContain('Familiens punkter');
		expect(shared.presses).toContain('Gå til videomødet');
		expect(shared.presses).toContain('Jeg kommer');
		expect(shared.presses.filter((words) => /Aflys/.test(words))).toEqual([]);
		for (const path of [ofHolm, held, `${ofHolm}/calendar.ics`, 'not-a-meeting']) {
			expect(await statusOf(`/meetings/${path}`, 'other-parent'), path).toBe(404);
		}
	});

	test('a family sees nothing of another, and only parents call a meeting', async () => {
		expect(await statusOf(`/meetings/${ofHolm}`, 'stranger-parent')).toBe(404);
		expect((await seen('/meetings', 'parent')).presses).toContain('Foreslå et møde');
		expect((await seen('/meetings', 'young-person')).presses).not.toContain('Foreslå et møde');
		expect((await seen('/meetings/new', 'young-person')).words).toContain('Kun forældre og koordinatoren');
	});

	test('what has been is read, not changed', async () => {
		const { words, presses } = await seen(`/meetings/${held}`, 'parent');
		expect(words).toContain('Mødet er slut.');
		expect(words).toContain('Mine vagter ligger oven i lektierne.');
		expect(presses.filter((said) => /kommer|punkt|aflys/i.test(said))).toEqual([]);
		expect((await seen(`/meetings/${held}/move`, 'parent')).leadsTo).toBe(`/meetings/${held}`);
		// What was sent is answered where it was written.
		const moved = {
			_form: 'move',
			drawnFrom: '0',
			date: june.date,
			start: '10:00',
			end: '11:00',
			place: 'Her',
		};
		expect((await post(`/meetings/${held}/move`, 'parent', moved)).status).toBe(409);
		expect((await seen(`/meetings/${held}`, 'parent')).words).not.toContain('5. juni');
		expect(await refused(`/meetings/${held}?/cancel`, 'parent', { id: held!, revision: '0' })).toMatchObject({
			status: 409,
			words: expect.stringContaining('Det kan ikke ændres mere.') as string,
		});
	});

	test('only a parent and the coordinator move and cancel', async () => {
		const atStaff = `/families/${holm}/meetings/${ofHolm}`;
		expect(await statusOf(`${atStaff}/move`, 'teacher')).toBe(403);
		expect((await refused(`${atStaff}?/cancel`, 'teacher', { id: ofHolm!, revision: '0' })).status).toBe(409);
		const teacher = await seen(atStaff, 'teacher');
		expect(teacher.words).not.toContain('Mødet er aflyst.');
		expect(teacher.presses).not.toContain('Flyt mødet');
		expect((await seen(atStaff, 'coordinator')).presses).toContain('Flyt mødet');

		expect((await seen(`/meetings/${ofHolm}/move`, 'young-person')).leadsTo).toBe(`/meetings/${ofHolm}`);
		expect((await seen(`/meetings/${ofHolm}`, 'young-person')).presses).not.toContain('Flyt mødet');
		const other = `/meetings/${aboutNoah}`;
		expect((await seen(`${other}/move`, 'other-parent')).leadsTo).toBe(other);
		expect(await statusOf(`/meetings/${ofBak}/move`, 'parent')).toBe(404);
	});

	test('a meeting is for its own team, and only under the address of its family', async () => {
		for (const path of [ofHolm, `${ofHolm}/calendar.ics`]) {
			expect(await statusOf(`/families/${holm}/meetings/${path}`, 'stranger-coordinator'), path).toBe(404);
		}
		// He is in both teams, so that the database would show him the meeting.
		expect(await statusOf(`/families/${bak}/meetings/${ofBak}`, 'teacher')).toBe(200);
		for (const path of [ofBak, `${ofBak}/calendar.ics`, 'no-meeting']) {
			expect(await statusOf(`/families/${holm}/meetings/${path}`, 'teacher'), path).toBe(404);
		}
	});

	test('who is in the team and not asked reads it, and is told why there is nothing to answer', async () => {
		const { words, presses } = await seen(`/families/${holm}/meetings/${aboutNoah}`, 'job-adviser');
		expect(words).toContain('At vi gør det på samme måde om morgenen');
		expect(words).toContain('Du er ikke inviteret.');
		expect(presses.filter((said) => /kommer|punkt/i.test(said))).toEqual([]);
	});
});

meetingsOfTwoHomes(here);
addressesOfHomes(here);
meetingsMoved(here);
