/** A child that has a home here is invited into one more: who opens that, what they read, and what its homes are told. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { people } from '../people.ts';
import { fieldsOf, house, wordsOf } from './house.ts';

const strangers = '00000000-0000-7000-8002-00000000000c';
const { page, post, seen, refused } = house('one more home');
const accepts = (who: string) => ({ _form: 'accept', who, device: 'own' });

async function invited(name: string, bornOn: string): Promise<string> {
	const [invitation, at] = [v7(), '/office/invitations/member'];
	const fields = { id: invitation, family: strangers, name, role: 'child', bornOn };
	const paper = await (await post(`${at}?/invite`, 'project-lead', fields)).text();
	const yes = { _form: `agree-${invitation}`, id: invitation };
	expect((await post('/team?/agree', 'stranger-parent', yes)).status).toBe(303);
	return /\/invitation\/(?:[A-Z2-9]{4}-?){4}/.exec(paper)![0];
}

test('the child is told whom to ask, and joins when a parent of its home opens it', async () => {
	const path = await invited('Noah', '2015-03-01');
	const alone = await refused(`${path}?/accept`, 'child', accepts('me'));
	expect(alone.status).toBe(409);
	expect(alone.words).toContain('Bed en forælder derfra om at åbne invitationen');
	expect(wordsOf(await page(path, 'child')), 'for oneself alone').not.toContain('ja for Noah');

	const form = await page(path, 'parent');
	expect(wordsOf(form)).toContain('Jeg siger ja for Noah Dit barn er så med i begge familier.');
	expect(form).toMatch(new RegExp(`value="${people.child}"[^>]*checked`));
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

test('a date of birth that the other home writes is told, with the way to mend it', async () => {
	const sent = fieldsOf(await page('/more', 'other-parent'), people.child, 'name="bornOn"');
	const older = `${Number(sent.bornOn!.slice(0, 4)) - 4}${sent.bornOn!.slice(4)}`;
	const answer = await post('/more?/correctBirth', 'other-parent', { ...sent, bornOn: older });
	expect(answer.status).toBe(303);
	const says = 'Fødselsdatoen for Noah Holm Bak er skrevet ind eller rettet. Er den rigtig?';
	expect((await seen('/home', 'parent')).words).toContain(says);
	const { words, presses } = await seen('/team', 'parent');
	expect(words).toMatch(/Fødselsdatoen blev skrevet ind eller rettet den .*Jesper Bak stod for det\./);
	expect(words).toContain('Du kan rette den indtil den');
	expect(presses).toContain('Se og ret datoen');
	const noahs = fieldsOf(await page('/more', 'parent'), people.child, 'name="bornOn"');
	expect(noahs.bornOn).toBe(older);
	for (const persona of ['other-parent', 'young-person', 'child'])
		expect((await seen('/home', persona)).words, persona).not.toContain('Fødselsdatoen for');
	// What one parent alone has made 15 sees to nothing alone.
	expect(await page('/more', 'child')).not.toContain('name="bornOn"');
});

test('an invitation to a small child is no way in for somebody older; a parent lets the child in', async () => {
	const path = await invited('Ida', '2023-05-05');
	for (const [persona, name] of [
		['other-parent', 'Jesper'],
		['project-lead', 'Thomas'],
		['young-person', 'Emil'],
	] as const) {
		const { words } = await seen(path, persona);
		expect(words).toContain('Den her invitation er til et barn. Du kan ikke bruge den til dig selv.');
		expect(words).not.toMatch(new RegExp(`Jeg er ${name}|Ida, som er ny her`));
		const itself = await refused(`${path}?/accept`, persona, accepts('me'));
		expect(itself.status).toBe(409);
		if (persona !== 'project-lead') expect(itself.words).toContain('Er det dit barn, så sig ja for barnet');
		expect((await refused(`${path}?/accept`, persona, accepts('newChild'))).status).toBe(409);
	}
	const form = await page(path, 'stranger-parent');
	expect(wordsOf(form)).toContain('Jeg siger ja for Ida, som er ny her');
	expect(form).toMatch(/value="newChild"[^>]*checked/);
	const lets = await post(`${path}?/accept`, 'stranger-parent', accepts('newChild'));
	expect([lets.status, lets.headers.get('location')]).toEqual([303, '/home']);
	expect((await seen('/more', 'stranger-parent')).words).toMatch(/Ida.*Barn/);
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
