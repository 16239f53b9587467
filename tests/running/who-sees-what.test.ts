/** What each of the demo's people reads and can press, what is not there for them, and what is refused when sent anyway. */
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { june } from '../e2e/pages.ts';
import { house, pressesOf, read, wordsOf } from './house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const [holm, bak, lind] = ['a', 'b', 'd'].map((tail) => id('8002', tail)) as [string, string, string];
const [ofHolm, aboutNoah, held, ofBak] = ['a1', 'a2', 'a3', 'b1'].map((tail) => id('8020', tail));
const [mette, jonas, karen] = ['e1', 'e2', 'f1'].map((tail) => id('8001', tail));
const calmMornings = id('8010', 'a1');
const back = id('8030', '20');

const { get, page, post } = house('who sees what');
/** The page as it is read, from where it leads. */
async function seen(path: string, persona: string) {
	const answer = await get(path, persona);
	const html = answer.status === 303 ? '' : read(await answer.text());
	return {
		status: answer.status,
		leadsTo: answer.headers.get('location'),
		words: wordsOf(html),
		presses: pressesOf(html),
		/** Each article's words. */
		cards: [...html.matchAll(/<article[\s\S]*?<\/article>/g)].map(([card]) => wordsOf(card)),
	};
}
const statusOf = async (path: string, persona: string) => (await get(path, persona)).status;
/** Refused in words, as the answer to a form that the page may not have any more. */
async function refused(path: string, persona: string, fields: Record<string, string>) {
	const answer = await post(path, persona, { _form: 'sent', ...fields });
	return { status: answer.status, words: wordsOf(read(await answer.text())) };
}

describe('the plan', () => {
	test('the other home sees what concerns the shared child, and nothing else', async () => {
		const { words } = await seen('/plan', 'other-parent');
		expect(words).toContain('Jeg vil spille fodbold på et rigtigt hold');
		expect(words).not.toContain('Vi vil have nogle rolige morgener');
	});

	test('what was agreed is for the family and its team', async () => {
		const version = /href="(\/plan\/agreed\/[\w-]+)"/.exec(await page('/plan', 'parent'))![1]!;
		expect((await seen(version, 'parent')).words).toContain('Planen, som den blev aftalt');
		const child = await seen('/plan/agree', 'child');
		expect(child.words).toContain('Forældrene siger, hvornår planen er aftalt.');
		expect(child.presses).toContain('Se den aftalte plan');
		expect(child.presses).not.toContain('Det er vi enige om');
		expect(await page('/plan/agree', 'child')).toContain(`href="${version}"`);
		for (const who of ['other-parent', 'stranger-parent']) {
			for (const path of [version, `/plan/agreed/${newId()}`, '/plan/agreed/xx']) {
				expect(await statusOf(path, who), `${who} ${path}`).toBe(404);
			}
		}
	});

	test('the team reads one goal with its steps and what was noted', async () => {
		const goals = `/families/${holm}/goals`;
		const { words, presses } = await seen(`${goals}/${calmMornings}`, 'teacher');
		expect(words).toContain('rolige morgener');
		expect(words).toContain('Det har de skrevet');
		const html = await page(`${goals}/${calmMornings}`, 'teacher');
		expect(html).not.toContain('<button');
		expect(presses.length).toBeGreaterThan(1);
		const step = new RegExp(`href="(${goals}/(?!${calmMornings})[\\w-]+)"`).exec(html)![1]!;
		expect((await seen(step, 'teacher')).presses).toContain('Se målet, det hører til');
	});
});

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
		const elsewhere = cards.filter((card) => card.includes('Fra det andet hjem (Noah Holm Bak)'));
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
		const moved = { id: held!, date: june.date, start: '10:00', end: '11:00', place: 'Her' };
		const late = await post(`/meetings/${held}/move`, 'parent', moved);
		expect(late.headers.get('location')).toBe(`/meetings/${held}`);
		expect((await seen(`/meetings/${held}`, 'parent')).words).not.toContain('5. juni');
		expect(await refused(`/meetings/${held}?/cancel`, 'parent', { id: held! })).toMatchObject({
			status: 409,
			words: expect.stringContaining('Det kan ikke ændres mere.') as string,
		});
	});

	test('only a parent and the coordinator move and cancel', async () => {
		const atStaff = `/families/${holm}/meetings/${ofHolm}`;
		expect(await statusOf(`${atStaff}/move`, 'teacher')).toBe(403);
		expect((await refused(`${atStaff}?/cancel`, 'teacher', { id: ofHolm! })).status).toBe(409);
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

describe('offers', () => {
	test('a misspelt word finds what it resembles, and says so', async () => {
		const { words, cards } = await seen('/offers?words=fotbold', 'parent');
		expect(words).toContain('det, der handler om ”fodbold”');
		expect(cards[0]).toContain('Fodbold for drenge og piger');
	});

	test('nothing found is told kindly, with a way on', async () => {
		const path = '/offers?words=xyzzy&area=leisure&age=11';
		const html = await page(path, 'parent');
		expect(wordsOf(html)).toContain('Det fandt vi ikke');
		expect(html).toMatch(/<option value="leisure" selected/);
		expect(html).toMatch(/name="age"[^>]*value="11"|value="11"[^>]*name="age"/);
		expect(pressesOf(html)).toContain('Vis alle tilbud');
		expect((await seen('/offers', 'parent')).words).toContain('27 tilbud');
	});

	test('addresses that make no sense are no search', async () => {
		expect((await seen('/offers?age=elleve&area=rummet', 'parent')).words).toContain('Alle tilbud');
		const none = await seen('/offers/not-an-id', 'parent');
		expect(none.words).toContain('Den side findes ikke');
	});

	test('what one family answers, another does not see; what has stopped, nobody finds', async () => {
		const exercises = 'øvelser, du kan lave derhjemme.';
		expect((await seen(`/offers/${back}`, 'parent')).words).toContain(exercises);
		const { words } = await seen(`/offers/${back}`, 'stranger-parent');
		expect(words).not.toContain(exercises);
		expect(words).toContain('Hvad siger I?');
		expect(await statusOf(`/offers/${id('8030', '10')}`, 'stranger-parent')).toBe(404);
	});

	test('a goal of another family is refused', async () => {
		const tie = { family: holm, offer: back, about: id('8001', 'a1'), goal: id('8010', 'b1') };
		expect((await refused(`/offers/${back}?/tie`, 'parent', tie)).status).toBe(400);
		expect((await seen(`/offers/${back}`, 'parent')).words).toContain('Få mere ro på min ryg');
	});
});

describe('well-being and sharing', () => {
	test('who has read, when, and why they could', async () => {
		const html = await page('/sharing/log', 'parent');
		const [first] = /<li[\s\S]*?<\/li>/.exec(html)!;
		expect(wordsOf(first)).toMatch(
			/Mette Krogh, sundhedsplejerske, læste \d svar som jeres koordinator: Livets stige\. ?Egelund Kommune ?Din deling: fra den \d/,
		);
	});

	test('a parent does not see what a young person answered, and cannot share with a stranger', async () => {
		expect((await seen('/wellbeing', 'young-person')).words).toContain('Ro i hovedet');
		expect((await seen('/wellbeing', 'parent')).words).not.toContain('Ro i hovedet');
		expect(await statusOf(`/sharing/${karen}/preview?topic=ladder`, 'parent')).toBe(404);
		const share = { id: newId(), professional: karen!, topic: 'ladder', period: '1' };
		expect(await refused(`/sharing/${jonas}/preview?/share&topic=ladder`, 'parent', share)).toMatchObject({
			status: 409,
			words: expect.stringContaining('personen ikke i jeres team længere') as string,
		});
	});

	test('somebody else’s scale is not there', async () => {
		const amiras = id('8040', 'a1');
		expect(await statusOf(`/wellbeing/${amiras}`, 'parent')).toBe(200);
		expect(await statusOf(`/wellbeing/${amiras}`, 'young-person')).toBe(404);
		const answer = { id: newId(), topic: 'scale', scale: amiras, answers: '7' };
		expect((await refused('/wellbeing/who5/answer?/send', 'young-person', answer)).status).toBe(409);
	});

	test('nobody under 18 is measured against the aim of the project', async () => {
		expect((await seen('/wellbeing/who5', 'parent')).words).toContain('Projektets mål');
		const { words } = await seen('/wellbeing/who5', 'young-person');
		expect(words).toContain('Kurven');
		expect(words).not.toContain('Projektets mål');
	});

	test('the duty to report is said before anything is shared', async () => {
		const { words } = await seen(`/sharing/${mette}/preview?topic=who5`, 'young-person');
		expect(words).toContain('Bliver en fagperson bekymret for et barn');
	});
});

describe('the team', () => {
	test('a child sees the team of each home and that the parents choose', async () => {
		const html = await page('/team', 'child');
		const { words, presses } = await seen('/team', 'child');
		expect(words).toContain('Forældrene vælger, hvem der er koordinator.');
		expect(words).not.toContain('Hvem har været koordinator?');
		expect(presses.filter((said) => /Vælg|Stop/.test(said))).toEqual([]);
		const [, ofHolm, ofBak] = html.split(/Teamet omkring/).map(wordsOf);
		expect(ofHolm).toContain('Mette Krogh');
		expect(ofBak).toContain('Hanne Juul');
		expect((await seen('/team/coordinator', 'child')).leadsTo).toBe('/team');
		// The page offers nothing; the command itself is refused too.
		const choice = { id: newId(), family: holm, professional: jonas! };
		const answer = await post(`/team/coordinator/${jonas}`, 'child', choice, 'application/json');
		expect(await answer.json()).toMatchObject({ type: 'failure', status: 409 });
	});

	test('a parent chooses for the own family only, and nobody who is not in its team', async () => {
		expect((await seen(`/team/coordinator?family=${holm}`, 'other-parent')).leadsTo).toBe('/team');
		const stranger = await seen(`/team/coordinator/${id('8001', 'e3')}`, 'other-parent');
		expect(stranger.words).toContain('Den person er ikke i jeres team længere.');
		expect(stranger.presses.filter((said) => /Spørg/.test(said))).toEqual([]);
	});
});

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
			expect(none.words).toContain('Du er ikke med i denne families team');
			expect(none.words).not.toContain('Holm');
		}
		const read = await post(`/families/${holm}/answers?/read`, 'stranger-coordinator', {});
		expect(await read.text()).not.toContain('Trin 5 af 10');
		expect(await statusOf('/families/not-a-family', 'stranger-coordinator')).toBe(404);
	});

	test('the project lead, in no team, sees how families choose instead of a list', async () => {
		expect((await seen('/families', 'project-lead')).words).toContain('Du er ikke i et team endnu');
		expect(await statusOf(`/families/${holm}`, 'project-lead')).toBe(404);
	});

	test('the office names families and teams, and nobody in the families', async () => {
		const { words, cards } = await seen('/office', 'project-lead');
		const ofMoeller = cards.find((card) => card.includes('Familien Møller'));
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
				'fem år efter',
				'https://www.datatilsynet.dk',
				'barnets lov §\u00a0133',
			]) {
				expect(html).toContain(said);
			}
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
		expect((await seen(`/meetings/${aboutNoah}`, 'child')).words).toContain('kan begge hjem se mødet');
		expect((await seen('/offers', 'child')).words).toContain('Spørg en voksen i familien');
	});
});
