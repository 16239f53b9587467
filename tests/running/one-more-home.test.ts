/** A child that has a home here is invited into one more: who opens that, what they read, and what its homes are told. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { people } from '../people.ts';
import { fieldsOf, house, wordsOf } from './house.ts';

const strangers = '00000000-0000-7000-8002-00000000000c';
const { page, post, seen, refused, comesAgain } = house('one more home');
const accepts = (who: string) => ({ _form: 'accept', who, device: 'own' });

async function invited(
	name: string,
	bornOn: string,
	{ family = strangers, role = 'child', parent = 'stranger-parent' } = {},
): Promise<string> {
	const [invitation, at] = [v7(), '/office/invitations/member'];
	const fields = { id: invitation, family, name, role, bornOn };
	const paper = await (await post(`${at}?/invite`, 'project-lead', fields)).text();
	const yes = { _form: `agree-${invitation}`, id: invitation };
	expect((await post('/team?/agree', parent, yes)).status).toBe(303);
	return /\/invitation\/(?:[A-Z2-9]{4}-?){4}/.exec(paper)![0];
}

test('who has a child that is called something else lets it in by no invitation of another’s, and reads what to do', async () => {
	const path = await invited('Ella', '2015-03-01');
	const { words, presses } = await seen(path, 'parent');
	expect(words).toMatch(
		/Invitationen er til Ella\. Du kan ikke bruge den til dig selv\..*Er Ella dit barn, så bed Thomas Bech om en ny invitation i det navn, barnet har her\./,
	);
	expect(words).not.toContain('Du kan sige ja');
	expect(presses.join()).not.toMatch(/skal være med|Ja, jeg/);
	const lets = await refused(`${path}?/accept`, 'parent', accepts(people.child));
	expect([lets.status, lets.words]).toEqual([
		409,
		expect.stringContaining('Invitationen er i et andet navn.'),
	]);
});

test('the child is told whom to ask, and joins when a parent of its home opens it', async () => {
	const path = await invited('Noah', '2015-03-01');
	const alone = await refused(`${path}?/accept`, 'child', accepts('me'));
	expect(alone.status).toBe(409);
	expect(alone.words).toContain('Bed en forælder derfra om at åbne invitationen');
	expect(wordsOf(await page(path, 'child')), 'for oneself alone').not.toContain('ja for Noah');

	const his = await seen(path, 'child');
	expect(his.words, 'it is for him').toMatch(
		/Hej Noah.*Du er allerede med hos en familie her\. Bed en forælder/,
	);
	expect(his.presses.join(), 'what can only be refused is no button').not.toMatch(/Ja, jeg|[Ll]og ud, så/);

	const form = await page(path, 'parent');
	expect(wordsOf(form), 'she reads it for him').toMatch(
		/Noah er inviteret.*inviterer Noah\..*Forældre kan ikke læse dem\..*Skal Noah være med\?.*Ja, Noah skal være med/,
	);
	expect(wordsOf(form)).not.toMatch(/Hej Noah|Du er inviteret|jeg vil gerne være med/);
	expect(wordsOf(form)).toMatch(/Du siger ja for Noah[^.]*\. Dit barn er så med i begge familier\./);
	expect(fieldsOf(form, 'name="who"').who, 'there is nobody else').toBe(people.child);
	expect(wordsOf(form), 'he says yes himself').not.toContain('ja for Emil');
	const foreign = await refused(`${path}?/accept`, 'coordinator', accepts(people.child));
	expect(foreign.status).toBe(409);
	const lets = await post(`${path}?/accept`, 'parent', accepts(people.child));
	expect([lets.status, lets.headers.get('location')]).toEqual([303, '/home']);

	// She who said yes knows; the others of both homes are told.
	expect((await seen('/team', 'parent')).words).not.toContain('også med hos');
	for (const persona of ['other-parent', 'young-person']) {
		const { words } = await seen('/team', persona);
		expect(words, persona).toMatch(/Noah.*Er siden den .* også med hos .*De kan se mål og møder om barnet\./);
		expect(words, persona).toContain('Amira Holm sagde ja.');
		expect(words, persona).toContain('Er det forkert, så ring til kommunen.');
		expect((await seen('/home', persona)).words, persona).toContain('er nu også med hos en anden familie.');
	}
	expect((await seen('/team/log', 'parent')).words).toMatch(
		/Noah Holm Bak kom også med hos .*Amira Holm sagde ja\./,
	);
});

test('an invitation to a small child is no way in for somebody older; a parent lets the child in', async () => {
	const path = await invited('Ida', '2023-05-05');
	for (const [persona, name] of [
		['other-parent', 'Jesper'],
		['project-lead', 'Thomas'],
		['young-person', 'Emil'],
	] as const) {
		const { words } = await seen(path, persona);
		expect(words).toContain('Invitationen er til Ida. Du kan ikke bruge den til dig selv.');
		expect(words, 'nor anybody else').not.toMatch(/Ja, Ida skal være med|Sig ja/);
		expect(words).not.toMatch(new RegExp(`Jeg er ${name}|Ida, som er ny her`));
		const itself = await refused(`${path}?/accept`, persona, accepts('me'));
		expect(itself.status).toBe(409);
		expect(words).not.toContain('Du kan sige ja');
		if (persona !== 'project-lead') expect(itself.words).toContain('Er det dit barn, så sig ja for barnet');
		expect((await refused(`${path}?/accept`, persona, accepts('newChild'))).status).toBe(409);
	}
	expect(wordsOf(await page(path)), 'who is beside a small child').toMatch(
		/Ida er inviteret.*er du selv med her, så log ind først.*Ja, jeg vil være med som Ida/,
	);
	const young = await invited('Sofie', '2011-05-05');
	expect(wordsOf(await page(young)), 'opens it herself').toMatch(/Hej Sofie.*Ja, jeg vil gerne være med/);
	for (const persona of ['stranger-parent', 'teacher']) {
		const { words, presses } = await seen(young, persona);
		expect(words, 'a mother becomes nobody else').toMatch(
			/Sofie er inviteret.*Det er Sofie, der svarer.*Giv den videre, eller lad Sofie åbne den på sin egen telefon\./,
		);
		expect(presses).not.toContain('Ja, Sofie skal være med');
		expect(presses).toContain('Log ud, så Sofie kan svare');
	}
	const form = await page(path, 'stranger-parent');
	expect(wordsOf(form)).toContain('Du siger ja for Ida, som er ny her.');
	expect(wordsOf(form)).toContain('så bed en forælder derfra om at åbne invitationen i stedet');
	const lets = await post(`${path}?/accept`, 'stranger-parent', accepts('newChild'));
	expect([lets.status, lets.headers.get('location')]).toEqual([303, '/home']);
	expect((await seen('/more', 'stranger-parent')).words).toMatch(/Ida.*Barn/);
	// Of the next one, those who are there already are not offered.
	const next = await page(await invited('Bo', '2022-05-05'), 'stranger-parent');
	expect(wordsOf(next)).toContain('Du siger ja for Bo, som er ny her.');
	expect(wordsOf(next)).not.toContain('ja for Ida');
});

test('who was put out comes back only by a code that names them; who they were and are called is told', async () => {
	const holm = { family: '00000000-0000-7000-8002-00000000000a', role: 'relative', parent: 'parent' };
	const opens = async (name: string) => `${await invited(name, '', holm)}?/accept`;
	expect((await post(await opens('Jesper'), 'other-parent', accepts('me'))).status).toBe(303);
	comesAgain('other-parent');
	const came = await page('/team', 'parent');
	expect(wordsOf(came)).toContain('Er også forælder i barnets andet hjem.');
	const no = fieldsOf(came, 'Nej, Jesper Bak hører ikke til hos os');
	expect((await post('/team?/putOut', 'parent', no)).status).toBe(303);

	await post('/me?/rename', 'other-parent', { _form: 'rename', name: 'Ida Holm' });
	const refusal = await refused(await opens('Ida Holm'), 'other-parent', accepts('me'));
	expect(refusal.status).toBe(409);
	expect(refusal.words).toContain('skal familien selv invitere dig, med det navn, den kender dig under');
	expect((await seen('/team/log', 'other-parent')).words).toContain('Jesper Bak hedder nu Ida Holm');

	expect((await post(await opens('Jesper Bak'), 'other-parent', accepts('me'))).status).toBe(303);
	comesAgain('other-parent');
	const { words } = await seen('/team', 'parent');
	expect(words).toMatch(/Ida Holm.*Var med i familien før, til den /);
	expect((await seen('/team/log', 'parent')).words).toMatch(
		/Ida Holm kom med i familien Var med i familien før, til den /,
	);
	await post('/me?/rename', 'other-parent', { _form: 'rename', name: 'Jesper Bak' });
	expect((await seen('/team', 'parent')).words).toContain('Hedder nu Jesper Bak.');
	expect((await seen('/team/log', 'parent')).words).toContain('Ida Holm hedder nu Jesper Bak');
});

test('an invitation to a colleague says that it is for adults', async () => {
	const form = await page('/office/invitations/professional', 'project-lead');
	const organisation = /<option value="([\da-f-]{36})"/.exec(form)![1]!;
	const fields = { id: v7(), organisation, name: 'Emil', profession: 'Lærer' };
	const paper = await (await post('/office/invitations/professional?/invite', 'project-lead', fields)).text();
	const path = /\/invitation\/(?:[A-Z2-9]{4}-?){4}/.exec(paper)![0];
	const young = await refused(`${path}?/accept`, 'young-person', accepts('me'));
	expect([young.status, young.words]).toEqual([409, expect.stringContaining('en kollega på mindst 18 år')]);
});
