/**
 * A form belongs to the one it was drawn for, whatever has happened to the session since: nothing is done as somebody
 * else, and nothing that was written is thrown away.
 */
import { v7 } from 'uuid';
import { expect, test } from 'vitest';
import { formsOf } from '../../fuzz/forms.ts';
import { people } from '../../people.ts';
import { read, wordsOf, type House } from '../house.ts';

const holm = '00000000-0000-7000-8002-00000000000a';
/** Noah's grandmother is invited by it (supabase/seed/80_invitation.sql). */
const invitation = '/invitation/FARM-HERE-DEMA-2345';
const met = '00000000-0000-7000-8020-0000000000a1';
const goal = '00000000-0000-7000-8010-0000000000a1';
const notSaved = 'Siden blev åbnet af en anden end den, der er logget ind nu';

/** On the server of drawn.test.ts: a second one would only start again. */
export function drawnForSomebody({ get, post }: House): void {
	test.each([
		['the family', '/plan?/add', 'parent', 'coordinator', { family: holm, title: 'Mere ro om aftenen' }],
		['the family', `/team?/takeBack`, 'parent', 'project-lead', { id: holm }],
		['the staff', `/families/${holm}/invite?/invite`, 'coordinator', 'parent', { name: 'Moster Rana' }],
		['the office', '/office/places?/add', 'project-lead', 'teacher', { name: 'Genbrugsen' }],
	] as const)(
		'at the door of %s: %s, drawn for the %s and sent by the %s',
		async (_, path, owner, here, typed) => {
			const fields = { _form: 'sent', _person: people[owner], ...typed };
			const page = await post(path, here, fields);
			expect(page.status).toBe(409);
			const html = await page.text();
			expect(wordsOf(read(html))).toContain(notSaved);
			// What was written goes again from there, for who has signed in in a window beside it.
			for (const words of Object.values(typed)) expect(html).toContain(`value="${words}"`);
			expect(html).toContain('<a href="/sign-in" target="_blank">');

			const enhanced = await post(path, here, fields, 'application/json');
			expect([enhanced.status, await enhanced.json()]).toEqual([
				409,
				{ message: 'common:error.otherPerson' },
			]);
		},
	);

	test.each([
		['/plan?/add', { family: holm, title: 'Mere ro', about: '' }],
		['/wellbeing/ladder/answer?/send', { id: v7(), topic: 'ladder', scale: '', answers: '9' }],
		[`/plan/${goal}?/note`, { id: v7(), goal, family: holm, note: 'Mere ro', score: '4' }],
	] as const)(
		'in one’s own family too, as it was sent and with nothing of who is here now: %s',
		async (path, typed) => {
			const begun = { _form: 'keep', question: '1', answer: '2' };
			expect((await post('/wellbeing/ladder/answer?/keep', 'young-person', begun)).status).toBe(303);
			const fields = { _form: 'sent', _person: people.parent, ...typed };
			const answer = await post(path, 'young-person', fields);
			expect(answer.status).toBe(409);
			const html = await answer.text();
			expect(wordsOf(read(html))).toContain(notSaved);
			const [form, ...others] = formsOf(html, path);
			expect([form!.action, Object.fromEntries(form!.fields), others]).toEqual([path, fields, []]);
			expect(html).toContain('<a href="/sign-in" target="_blank">');
		},
	);

	test.each([
		['coordinator', '/plan?/add', { family: holm, title: 'Mere ro' }],
		['parent', `/families/${holm}/meetings/new`, { purpose: 'Mere ro' }],
		['teacher', '/office/places?/add', { name: 'Mere ro' }],
	])(
		'a %s who may not any more is told so, led nowhere else, and has what they wrote',
		async (here, path, typed) => {
			const answer = await post(path, here, { _form: 'sent', ...typed });
			expect(answer.status).toBe(403);
			const words = wordsOf(read(await answer.text()));
			expect(words).toContain('Måske er noget blevet ændret, siden du åbnede siden');
			expect(words).toMatch(/Det skrev du\..* Mere ro/);
		},
	);

	test.each([
		['young-person', `/meetings/${met}/move`, { place: 'Biblioteket' }, 'Biblioteket'],
		['other-parent', `/plan/${goal}/edit`, { title: 'Ro om aftenen' }, 'Ro om aftenen'],
		['child', '/team/coordinator/end', {}, ''],
		['child', `/team/coordinator/${people.teacher}`, {}, ''],
		['teacher', `/families/${holm}/invite?/invite`, { name: 'Moster Rana' }, 'Moster Rana'],
	] as const)(
		'also where the page of its form is not for the %s who is here now: %s',
		async (here, path, typed, words) => {
			const owner = here === 'teacher' ? people.coordinator : people.parent;
			const answer = await post(path, here, { _form: 'sent', _person: owner, id: met, ...typed });
			const html = await answer.text();
			expect([answer.status, answer.headers.get('location')]).toEqual([409, null]);
			expect(wordsOf(read(html))).toContain(notSaved);
			expect(html).toContain(words);
			expect(html).toContain('href="/sign-in" target="_blank"');
		},
	);

	test.each([
		['somebody, sent by another', 'other-parent', 'teacher', 'me', notSaved],
		['nobody, sent by somebody', '', 'teacher', 'new', notSaved],
		['somebody, sent when the session is over', 'other-parent', '', 'me', 'Du er ikke logget ind'],
	] as const)('an invitation drawn for %s lets nobody in', async (_, owner, here, who, words) => {
		const fields = { _form: 'accept', _person: owner && people[owner], who, device: 'own' };
		const answer = await post(`${invitation}?/accept`, here, fields);
		expect(answer.status).toBe(409);
		expect(answer.headers.getSetCookie().filter((cookie) => /session/.test(cookie))).toEqual([]);
		expect(wordsOf(read(await answer.text()))).toContain(words);
		expect(wordsOf(read(await (await get(invitation)).text()))).toContain('Du er inviteret');
	});

	test('a receipt is for who did it, and not for who signs in after them', async () => {
		const added = { _form: 'add', id: v7(), family: holm, title: 'Mere sang' };
		const { headers, url } = await post('/plan?/add', 'parent', added);
		const receipt = headers.getSetCookie().find((cookie) => cookie.startsWith('receipt='))!;
		const { origin } = new URL(url);
		const signedIn = await fetch(`${origin}/demo/sign-in`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin, cookie: receipt.split(';')[0]! },
			body: new URLSearchParams({ persona: 'child', device: 'shared' }),
		});
		expect(signedIn.headers.getSetCookie().find((cookie) => cookie.startsWith('receipt='))).toMatch(
			/^receipt=;/,
		);
	});
}
