/** Who works with families and has one of their own: the pages of their own family know nothing of those they work with. */
import { v7 as newId } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { House } from '../house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const holm = id('8002', 'a');
const [ofHolm, ofBak] = [id('8020', 'a1'), id('8020', 'b1')];
const [goalOfHolm, goalOfStrandby] = [id('8010', 'a1'), id('8010', 'd1')];

const pages = [
	'/home',
	'/plan',
	'/plan/agree',
	'/meetings',
	'/meetings/new',
	'/offers',
	'/wellbeing',
	'/wellbeing/ladder',
	'/sharing',
	'/sharing/log',
	'/enrolment',
	'/team',
	'/team/log',
	'/more',
];

/** On the server of others.test.ts: a second one would only start again. */
export function whoIsBoth({ page, post, seen, statusOf, comesAgain }: House): void {
	/** Somebody is invited as a parent, and opens that as who they are. */
	async function invited(by: string, at: string, family: string, name: string, yes: string | null) {
		const invitation = newId();
		const fields = { id: invitation, family, name, role: 'parent', bornOn: '' };
		const answer = await post(`${at}?/invite`, by, fields);
		const path = /\/invitation\/(?:[A-Z2-9]{4}-?){4}/.exec(await answer.text())![0];
		if (yes)
			expect((await post('/team?/agree', yes, { _form: `agree-${invitation}`, id: invitation })).status).toBe(
				303,
			);
		return path;
	}
	async function opens(path: string, persona: string) {
		const fields = { _form: 'accept', who: 'me', device: 'own' };
		expect((await post(`${path}?/accept`, persona, fields)).status).toBe(303);
		comesAgain(persona);
	}

	/** The project lead enrols a family of a colleague. */
	async function familyOf(persona: string, called: string, name: string) {
		const family = newId();
		const visitedOn = '2026-01-05';
		expect((await post('/office/enrol?/enrol', 'project-lead', { id: family, name, visitedOn })).status).toBe(
			303,
		);
		await opens(await invited('project-lead', '/office/invitations/member', family, called, null), persona);
	}

	describe('a teacher with a family of his own', () => {
		beforeAll(() => familyOf('teacher', 'Jonas Lund', 'Familien Lund'));

		test.each(pages)('%s shows nothing of the families he works with', async (path) => {
			const { status, words } = await seen(path, 'teacher');
			expect(status).toBe(200);
			expect(words).not.toMatch(
				/Holm|Bak\b|Amira|Jesper|Emil|Noah|morgener|regninger|Lærkestien|det andet hjem/,
			);
		});

		test('their goals and meetings are at the address of the work, and only there', async () => {
			expect(await statusOf(`/families/${holm}/meetings/${ofHolm}`, 'teacher')).toBe(200);
			for (const meeting of [ofHolm, ofBak])
				for (const path of [meeting, `${meeting}/calendar.ics`, `${meeting}/move`])
					expect(await statusOf(`/meetings/${path}`, 'teacher'), path).toBe(404);
			for (const path of [goalOfHolm, `${goalOfHolm}/edit`])
				expect(await statusOf(`/plan/${path}`, 'teacher'), path).toBe(404);
		});
	});

	describe('who works in one municipality and has a family in another', () => {
		beforeAll(() => familyOf('stranger-coordinator', 'Karen', 'Familien Sø'));

		test.each(pages)('%s shows nothing of the families she works with', async (path) => {
			const { status, words } = await seen(path, 'stranger-coordinator');
			expect(status).toBe(200);
			expect(words).not.toMatch(/Lind\b|Sofie|Anton/);
		});

		test('the offers at home are those of the family’s municipality, and at work those of the families there', async () => {
			const found = async (path: string, persona: string) =>
				[...(await page(path, persona)).matchAll(/href="\/offers\/([\da-f-]{36})/g)]
					.map(([, offer]) => offer)
					.sort();
			for (const asked of ['?words=børn', '?town=s', '?words=svømming']) {
				const theirs = new Set(await found(`/offers${asked}`, 'parent'));
				expect(new Set(await found(`/offers${asked}`, 'stranger-coordinator')), asked).toEqual(theirs);
			}
			expect((await seen('/offers', 'stranger-coordinator')).words).toContain('27 tilbud');
			expect(await page('/offers', 'stranger-coordinator')).not.toContain('Strandby');
			const work = `/families/${id('8002', 'd')}/offers`;
			const there = await page(work, 'stranger-coordinator');
			expect(there).not.toContain('Egelund');
			const offer = new RegExp(`href="${work}/([\\w-]+)`).exec(there)![1]!;
			expect(await statusOf(`${work}/${offer}`, 'stranger-coordinator')).toBe(200);
			expect(await statusOf(`/offers/${offer}`, 'stranger-coordinator')).toBe(404);
			expect(await statusOf(`${work}/${id('8030', '20')}`, 'stranger-coordinator')).toBe(404);
			expect(await statusOf(`/offers/${id('8030', '20')}`, 'stranger-coordinator')).toBe(200);
			expect(await statusOf(`/plan/${goalOfStrandby}`, 'stranger-coordinator')).toBe(404);
		});
	});

	test('the office shows its lead no invitation into the family they belong to', async () => {
		const at = `/families/${holm}/invite`;
		await opens(await invited('coordinator', at, holm, 'Thomas', 'parent'), 'project-lead');
		await invited('coordinator', at, holm, 'Hemmelig svigermor', null);
		expect((await seen('/team', 'project-lead')).words).toContain('Hemmelig svigermor');
		expect((await seen('/office/invitations', 'project-lead')).words).not.toMatch(/svigermor|Familien Holm/);
		expect((await seen('/office', 'project-lead')).words).not.toMatch(/Familien (Holm|Bak)/);
	});
}
