/** What professionals read of a family, what the house says to everybody, and as whom it shows and lets in each. */
import { describe, expect, test } from 'vitest';
import { house } from '../house.ts';
import { whoIsBoth } from './both.ts';
import { facesAreTheSame } from './faces.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const holm = id('8002', 'a');
const lind = id('8002', 'd');
const aboutNoah = id('8020', 'a2');
const calmMornings = id('8010', 'a1');

const here = house('who sees what');
const { page, post, seen, statusOf, refused } = here;

describe('professionals', () => {
	test.each(['teacher', 'job-adviser'])(
		'the %s sees the plan and the meetings, but no answers and no coordinator’s buttons',
		async (persona) => {
			const { words, presses } = await seen(`/families/${holm}`, persona);
			for (const said of [
				'Vi vil have nogle rolige morgener, hvor ingen råber',
				'Netværksmøde',
				'Hvad gør vi de morgener, hvor Noah har ondt i maven?',
				'Jonas Lund',
			]) {
				expect(words).toContain(said);
			}
			expect(words).not.toContain('Det har de delt med dig');
			expect(presses.filter((said) => /Foreslå et (møde|tilbud)/.test(said))).toEqual([]);

			const answers = `/families/${holm}/answers`;
			expect((await seen(answers, persona)).words).toContain('Lige nu deler ingen i familien svar med dig');
			expect((await refused(`${answers}?/read`, persona, {})).words).not.toContain('Trin 5 af 10');
			for (const path of ['meetings/new', 'offers']) {
				const only = await seen(`/families/${holm}/${path}`, persona);
				expect(only.status).toBe(403);
				expect(only.words).toContain('Det kan kun den koordinator gøre, som familien har valgt');
			}
		},
	);

	test('a coordinator of other families gets nothing for this address, in kind words', async () => {
		const { words } = await seen('/families', 'stranger-coordinator');
		expect(words).toContain('Familien Lind');
		expect(words).not.toContain('Familien Holm');
		for (const path of ['', '/answers', '/offers', '/meetings/new', `/goals/${calmMornings}`]) {
			const none = await seen(`/families/${holm}${path}`, 'stranger-coordinator');
			expect(none.status, path).toBe(404);
			expect(none.words).toContain('Du er ikke i denne families team nu');
			expect(none.words).not.toContain('Holm');
		}
		const read = await post(`/families/${holm}/answers?/read`, 'stranger-coordinator', {});
		expect(await read.text()).not.toContain('Trin 5 af 10');
		expect(await statusOf('/families/not-a-family', 'stranger-coordinator')).toBe(404);
	});

	test('the project lead, in no team, sees how families choose instead of a list', async () => {
		expect((await seen('/families', 'project-lead')).words).toContain('Du er ikke i et team lige nu');
		expect(await statusOf(`/families/${holm}`, 'project-lead')).toBe(404);
	});

	test('the office names families and teams, and nobody in the families', async () => {
		const { words, rows } = await seen('/office', 'project-lead');
		const ofMoeller = rows.find((row) => row.includes('Familien Møller'));
		expect(ofMoeller).toContain('Koordinator: Hanne Juul');
		expect(words).not.toContain('Familien Lind');
		for (const name of ['Amira', 'Emil', 'Noah', 'Jesper', 'Karla', 'rolige morgener']) {
			expect(words).not.toContain(name);
		}
		expect((await seen(`/office/families/${id('8002', 'c')}`, 'project-lead')).words).not.toContain('Karla');
		expect(await statusOf(`/office/families/${lind}`, 'project-lead')).toBe(404);
	});

	test('nobody else enters the office, nor somebody else’s profile', async () => {
		const paths = ['', '/offers', '/invitations/member', '/colleagues', '/places'];
		for (const persona of ['coordinator', 'parent', 'teacher']) {
			for (const path of paths) {
				expect(await statusOf(`/office${path}`, persona), `${persona} ${path}`).toBe(403);
			}
		}
		expect(await statusOf(`/families/profile/${id('8007', 'e7')}`, 'teacher')).toBe(404);
	});
});

describe('before they trust the house with anything', () => {
	test.each(['', 'parent', 'coordinator'])(
		'"%s" reads who is responsible, whom to ask, for how long and where to complain',
		async (persona) => {
			const html = await page('/privacy', persona);
			for (const said of [
				'Egelund Kommune har ansvaret',
				'dpo@egelund.example',
				'Barnets lov',
				'Projektlederen i kommunen kan se',
				'Så længe I er med i projektet.',
				'https://www.datatilsynet.dk',
				'barnets lov §\u00a0133',
			]) {
				expect(html).toContain(said);
			}
			// Others do see something of a family, and nothing is erased by itself. What a municipality does by law it
			// need not hand on to another (GDPR art. 20(3)), and an objection is weighed (art. 21).
			expect(html).not.toMatch(
				/Ingen andre|bliver det slettet|få det med jer|kan sige nej til, at det bliver brugt/,
			);
			expect(html).toContain('få en kopi af det');
		},
	);

	test.each(['', 'child'])(
		'"%s" is led to the statement and told whom to call and write to',
		async (persona) => {
			const html = await page('/was', persona);
			for (const said of [
				'https://was.digst.dk/',
				'tel:00000011',
				'mailto:tilgaengelighed@egelund.example',
				'de fleste af de regler, loven kræver',
				'Sidst gennemgået',
				'Digitaliseringsstyrelsen',
			]) {
				expect(html).toContain(said);
			}
		},
	);

	test('what a municipality has not written is said to be missing, not made up', async () => {
		for (const path of ['/privacy', '/was']) {
			const html = await page(path, 'stranger-coordinator');
			expect(html).toContain('Strandby Kommune har ikke skrevet det hele her endnu');
			expect(html).not.toContain('egelund.example');
		}
	});

	test('a meeting about a child says that both homes see it, and a child whom to ask about an offer', async () => {
		expect((await seen(`/meetings/${aboutNoah}`, 'child')).words).toContain('Begge dine hjem kan se mødet.');
		expect((await seen('/offers', 'child')).words).toContain('Spørg en voksen i familien');
	});
});

facesAreTheSame(here);

// Last: they have families of their own afterwards.
whoIsBoth(here);
