/** Out of a family, by oneself: what is said before, what is over in that moment, and what the others are told. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { people } from '../people.ts';
import { fieldsOf, house, wordsOf } from './house.ts';
import { comes, holm } from './parting/coming.ts';
import { takenOut } from './parting/taken-out.ts';

const moller = '00000000-0000-7000-8002-00000000000c';
const leave = `/team/leave/${holm}`;
const here = house('parting');
const { page, post, deliver, seen, refused, statusOf } = here;

const receiptOf = (answer: Response) =>
	answer.headers
		.getSetCookie()
		.filter((cookie) => cookie.startsWith('receipt='))
		.map((cookie) => Buffer.from(cookie.slice('receipt='.length), 'base64url').toString())
		.join();

test('who may not leave alone reads why, and whom to call', async () => {
	const only = await seen(leave, 'parent');
	expect(only.words).toContain('Uden dig er der ingen voksen til at bestemme her');
	expect(only.words, 'nobody is asked what they cannot do').not.toContain('Vil du stoppe');
	for (const persona of ['parent', 'young-person']) {
		const { words } = await seen('/more', persona);
		expect(words, persona).toContain('Hvis du ikke vil være med her mere');
		expect(words, persona).not.toContain('Jeg vil ikke være med her mere');
	}
	expect(only.words).toMatch(/Ring til Egelund Kommune: [\d ]+/);
	expect(only.presses).not.toContain('Ja, jeg vil ikke være med her mere');
	for (const persona of ['young-person', 'child']) {
		const { words, presses } = await seen(leave, persona);
		expect(words, persona).toContain('når du er fyldt 18 år');
		expect(words, persona).toContain('Ring til Egelund Kommune');
		expect(presses, persona).not.toContain('Ja, jeg vil ikke være med her mere');
	}
	for (const persona of ['stranger-parent', 'coordinator', 'project-lead'])
		expect(await statusOf(leave, persona), persona).toBe(404);
	const place = '00000000-0000-7000-8003-0000000000a';
	expect(await refused(`${leave}?/leave`, 'parent', { id: `${place}1` })).toMatchObject({
		status: 409,
		words: expect.stringContaining('Uden dig er der ingen voksen'),
	});
	expect(await refused(`${leave}?/leave`, 'young-person', { id: `${place}2` })).toMatchObject({
		status: 409,
		words: expect.stringContaining('når du er fyldt 18 år'),
	});
});

test('it is found under the people of the family, and says beforehand what happens', async () => {
	await comes(here, 'stranger-parent', 'Line', 'relative');
	const more = await page('/more', 'stranger-parent');
	expect(more).toContain(`href="${leave}"`);
	expect(wordsOf(more)).toContain('Jeg vil ikke være med her mere');
	const { words, presses } = await seen(leave, 'stranger-parent');
	expect(words).toContain('Vil du stoppe hos Familien Holm?');
	const said = [
		'De andre i familien får at vide, at du er stoppet, og hvornår.',
		'Du kan ikke selv komme igen. Det kræver en ny invitation',
		'Du kan ikke se familiens plan, møder og team mere.',
		'Kun de i teamet, der også hjælper en anden af dine familier, kan stadig læse',
		'Dine egne svar er stadig dine',
		'bliver stående hos familien',
		'Det, du har svaret på dem, bliver trukket tilbage.',
	];
	const at = said.map((one) => words.indexOf(one));
	expect(at).not.toContain(-1);
	expect(at, 'what weighs most is read first').toEqual(at.toSorted((a, b) => a - b));
	expect(words, 'for parents').not.toContain('skal en anden forælder sige ja igen');
	expect(presses.indexOf('Nej, jeg bliver'), 'the calm way first').toBeLessThan(
		presses.indexOf('Ja, jeg vil ikke være med her mere'),
	);
});

test('who leaves is out in that moment; the others are told, and a child is not', async () => {
	const fields = fieldsOf(await page(leave, 'stranger-parent'), 'name="id"');
	for (const other of ['parent', 'child', 'coordinator', 'project-lead'])
		expect([403, 404, 409], other).toContain((await post(`${leave}?/leave`, other, fields)).status);
	const goal = { id: v7(), family: holm, parent: '', about: '', title: 'Ro', area: '', sign: '', dueOn: '' };
	const elsewhere = await post(`/team/leave/${moller}?/leave`, 'stranger-parent', fields);
	expect(elsewhere.status, 'the page of another family of theirs').toBe(409);
	const left = await post(`${leave}?/leave`, 'stranger-parent', {
		...fields,
		_person: people['stranger-parent'],
	});
	expect([left.status, left.headers.get('location')]).toEqual([303, '/home']);
	expect(receiptOf(left)).toContain('parting:receipt.left');
	expect(await statusOf(leave, 'stranger-parent')).toBe(404);
	for (const path of ['/home', '/plan', '/team', '/more'])
		expect((await seen(path, 'stranger-parent')).words, path).not.toContain('Holm');
	const late = await deliver('stranger-parent', 'plan.addGoal', goal);
	expect(late).toMatchObject({ state: 'refused', words: expect.stringMatching(/\S/) });

	const said = 'Line Møller har selv valgt ikke at være med her mere. Det var den ';
	for (const persona of ['parent', 'young-person'])
		expect((await seen('/home', persona)).words, persona).toContain(said);
	expect((await seen('/home', 'child')).words).not.toContain('Line Møller');
	const team = await page('/team', 'parent');
	expect(wordsOf(team)).toMatch(
		/Line Møller Har ikke været med her siden den .* Line Møller valgte det selv\./,
	);
	expect(team, 'nobody is asked to find it fine').not.toContain('Det er fint');
	expect((await seen('/team/log', 'parent')).words, 'it was their own choice').toContain(
		'Line Møller er ikke med her mere Line Møller valgte det selv.',
	);
	const log = await seen('/team/log', 'child');
	expect(log.words, 'a child is not told who left').not.toContain('er ikke med her mere');
	expect(log.words, 'and not that it stands here').not.toContain('hvem der ikke er med mere');
	expect(log.words).toContain('Hvem der er med nu, står under Mere');
	const event = /name="_form" value="fine-([\da-f-]{36})"/.exec(team)![1]!;
	await post('/team?/fine', 'parent', { id: event });
	expect((await seen('/home', 'parent')).words).not.toContain(said);

	const again = await post(`${leave}?/leave`, 'stranger-parent', fields);
	expect([again.status, again.headers.get('location')], 'pressed twice').toEqual([303, '/home']);
});

test('what a parent asked a professional who has left since is asked by the family still', async () => {
	await comes(here, 'stranger-parent', 'Line', 'parent');
	const choosing = `/team/coordinator/${people.teacher}?family=${holm}`;
	const fields = fieldsOf(await page(choosing, 'stranger-parent'), 'name="professional"');
	const asked = await post(choosing, 'stranger-parent', { ...fields, present: 'goesOn' });
	expect(asked.status).toBe(303);
	const at = `/families/questions/${fields.id}`;
	expect((await seen(at, 'teacher')).words).toMatch(/Line Møller spurgte \S+ den /);
	await post(
		`${leave}?/leave`,
		'stranger-parent',
		fieldsOf(await page(leave, 'stranger-parent'), 'name="id"'),
	);
	expect((await seen('/team', 'parent')).words).toContain('Svaret kommer til at stå her');
	expect((await seen('/families', 'teacher')).words).toMatch(/Familien Holm spørger, .* De spurgte \S+ den /);
	const { words, status } = await seen(at, 'teacher');
	expect([status, words]).toEqual([200, expect.stringMatching(/De spurgte \S+ den /)]);
	const no = await post(`${at}?/answer`, 'teacher', { _form: 'no', answer: 'no', message: 'Ikke nu' });
	expect(no.status).toBe(303);
	expect((await seen('/team', 'parent')).words).toContain('Ikke nu');
});

takenOut(here);
