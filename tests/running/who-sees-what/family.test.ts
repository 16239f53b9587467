/** What each of the demo's families reads and can press, what is not there for them, and what is refused when sent anyway. */
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { people } from '../../people.ts';
import { fieldsOf, house, wordsOf, pressesOf } from '../house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const holm = id('8002', 'a');
const [mette, jonas, karen] = ['e1', 'e2', 'f1'].map((tail) => id('8001', tail));
const calmMornings = id('8010', 'a1');
const back = id('8030', '20');

const { page, post, seen, statusOf, refused } = house('who sees the family');

describe('the plan', () => {
	test('the other home sees what concerns the shared child, and nothing else', async () => {
		const { words } = await seen('/plan', 'other-parent');
		expect(words).toContain('Jeg vil spille fodbold på et rigtigt hold');
		expect(words).not.toContain('Vi vil have nogle rolige morgener');
	});

	const receiptAt = async (path: string, persona: string, fields: Record<string, string>) => {
		const answer = await post(path, persona, { parent: '', area: '', sign: '', dueOn: '', ...fields });
		const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('receipt='))!;
		return /"text":"([^"]*)"/.exec(Buffer.from(cookie.slice('receipt='.length), 'base64url').toString())![1];
	};

	test('that the other home reads what is about its child is said before, after and beside it', async () => {
		const [goal, step, ours, emils] = [newId(), newId(), newId(), newId()];
		const about = people.child;
		expect((await seen('/plan', 'parent')).words).toContain(
			'Handler det om Noah, kan forældrene i det andet hjem også læse det med det samme.',
		);
		expect(
			await receiptAt('/plan?/add', 'parent', { id: goal, family: holm, about, title: 'Ro for Noah' }),
		).toBe('elsewhere:added');
		const there = 'Forældrene i det andet hjem (Noah) kan også læse målet og skridtene.';
		for (const path of [`/plan/${goal}`, `/plan/${goal}/edit`])
			expect((await seen(path, 'parent')).words, path).toContain(there);
		// Also where the form does not say whom its goal is about.
		const under = { id: step, family: holm, parent: goal, about: '', title: 'Ro i dag' };
		expect(await receiptAt(`/plan/${goal}?/add`, 'parent', under)).toBe('elsewhere:added');
		expect((await seen(`/plan/${goal}`, 'young-person')).words, 'a brother').toContain(there);
		expect((await seen(`/families/${holm}/goals/${goal}`, 'coordinator')).words).toContain(
			'Bor barnet i to hjem, kan forældrene i begge hjem læse målet og skridtene.',
		);
		expect((await seen('/plan', 'other-parent')).words).toContain('Ro for Noah');

		for (const [id, whom] of [
			[ours, ''],
			[emils, people['young-person']],
		] as const) {
			const one = { id, family: holm, about: whom, title: 'Ro for os' };
			expect(await receiptAt('/plan?/add', 'parent', one)).toBe('plan:receipt.added');
			expect((await seen(`/plan/${id}`, 'parent')).words).not.toContain('det andet hjem');
		}
		expect((await seen('/plan', 'stranger-parent')).words).not.toContain('andet hjem');
	});

	test('a child reads it in its own words before it writes', async () => {
		const mine = { id: newId(), family: holm, about: people.child, title: 'Jeg vil sove længe' };
		expect((await seen('/plan', 'child')).words).toContain(
			'Alle i familien, teamet og de voksne i dit andet hjem kan læse det, du skriver her, med det samme.',
		);
		expect((await seen('/plan', 'young-person')).words).not.toContain('dit andet hjem');
		expect(await receiptAt('/plan?/add', 'child', mine)).toBe('elsewhere:addedMine');
		expect((await seen(`/plan/${mine.id}`, 'child')).words).toContain(
			'De voksne i dit andet hjem kan også læse målet og skridtene.',
		);
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
		const { drawnFrom } = fieldsOf(await page(`/offers/${back}`, 'parent'), '?/tie"');
		const sent = { ...tie, drawnFrom: drawnFrom! };
		expect((await refused(`/offers/${back}?/tie`, 'parent', sent)).status).toBe(400);
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
		const share = { id: newId(), professional: karen!, profession: 'Lærer', topic: 'ladder', period: '1' };
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

	test('from help one is led back to where one came from, and never elsewhere', async () => {
		const backFrom = async (from: string) =>
			/<a class="back[^"]*" href="([^"]*)"/.exec(await page(`/wellbeing/help${from}`, 'parent'))![1];
		const leadsThere = async (at: string) =>
			/href="\/wellbeing\/help([^"]*)"/.exec(await page(at, 'parent'))![1]!;
		for (const at of ['/more', '/wellbeing', '/wellbeing/ladder']) {
			expect(await backFrom(await leadsThere(at)), at).toBe(at);
		}
		for (const from of ['//evil.example', 'https://evil.example', '/\tevil.example', 'scale', '../me']) {
			expect(await backFrom(`?from=${encodeURIComponent(from)}`), from).toBe('/wellbeing');
		}
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
		const place = id('8004', 'a2');
		const asked = { professional: jonas!, place, profession: 'Lærer', coordinator: '' };
		const choice = { id: newId(), family: holm, ...asked };
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
