/** What was sent when it could not be taken: the session was over, or the page was gone. It comes back, to the same person alone. */
import { expect, test } from 'vitest';
import { signIn } from '../../bench/pages.ts';
import { formsOf } from '../../fuzz/forms.ts';
import { read, undoOf } from '../house.ts';
import { amira, cookiesOf, family, goal, id, sending, type Sent } from './sending.ts';

/** On the server of sent.test.ts. */
export function comesBack(here: Sent): void {
	const { get, post, postScripted } = here;

	test('what was sent after the session was over comes through the sign-in page, to the same person alone', async () => {
		const words = 'Skrevet, før jeg blev logget ud';
		const phone = await signIn(here.url, 'parent');
		await post('/sign-out', {}, phone);
		const refused = await post('/plan?/add', goal('03', words), phone);
		expect(refused.status).toBe(303);
		const address = refused.headers.get('location')!;
		expect(address).toMatch(/^\/sign-in\?to=%2Fplan&kept=/);
		// With a script too.
		const scripted = await postScripted('/plan?/add', goal('03', words), phone);
		expect(await scripted.json()).toMatchObject({
			type: 'redirect',
			location: expect.stringMatching(/^\/sign-in\?to=%2Fplan&kept=/) as string,
		});
		const door = await (await get(address, phone)).text();
		expect(read(door)).toContain('er ikke gemt endnu');
		expect(door).not.toContain(words);
		const form = formsOf(door, address).find(({ action }) => action === '/demo/sign-in')!;
		const fields = { ...Object.fromEntries(form.fields), device: 'shared' };
		const browser = phone;
		const enter = (persona: string, cookie = browser) =>
			post('/demo/sign-in', { ...fields, persona }, cookie);
		/** On to the page it was sent to, as a browser goes: with the form of the sign-in page. */
		const goOn = (entered: Response, persona: string, cookie: string) =>
			post(entered.headers.get('location')!, { ...fields, persona }, cookie);

		for (const elsewhere of [await enter('young-person'), await enter('parent', '')]) {
			expect(elsewhere.status).toBe(303);
			expect(elsewhere.headers.get('location')).toBe('/plan');
			expect(await (await get('/plan', cookiesOf(elsewhere))).text()).toContain(
				'kunne vi ikke tage med hertil',
			);
		}
		// Of what is not ours, or not this browser's, nothing is said.
		for (const [other, cookie] of [
			['/sign-in?kept=junk', browser],
			[address, ''],
			[address, await signIn(here.url, 'parent')],
		] as const) {
			const plain = read(await (await get(other, cookie)).text());
			expect(plain).not.toContain('er ikke gemt endnu');
			expect(plain).not.toContain('name="kept"');
		}

		const entered = await enter('parent');
		expect([entered.status, entered.headers.get('location')]).toEqual([307, '/plan?/add']);
		const back = await goOn(entered, 'parent', cookiesOf(entered));
		expect(back.status).toBe(200);
		const html = await back.text();
		expect(html).toContain('Du er logget ind igen');
		const { action, fields: sent } = sending(html, words);
		const cookie = cookiesOf(entered);
		expect(await (await get('/plan', cookie)).text()).not.toContain(words);
		expect((await post(action, Object.fromEntries(sent), cookie)).status).toBe(303);
		expect(await (await get('/plan', cookie)).text()).toContain(words);
	});

	test('the answers of an instrument stand as they were given, to be looked at and sent, and before nobody else', async () => {
		const phone = await signIn(here.url, 'parent');
		await post('/sign-out', {}, phone);
		const whole = { _form: 'rate-who5', _person: amira, id: id('08'), topic: 'who5', scale: '' };
		const answers = [3, 2, 0, 5, 1].map((answer) => `answers=${answer}`);
		const body = [new URLSearchParams(whole), ...answers].join('&');
		const refused = await post('/wellbeing/who5/answer?/send', body, phone);
		const address = refused.headers.get('location')!;
		expect(address).toMatch(/^\/sign-in\?to=%2Fwellbeing%2Fwho5%2Fanswer&kept=/);
		const form = formsOf(await (await get(address, phone)).text(), address).find(
			({ action }) => action === '/demo/sign-in',
		)!;
		const fields = { ...Object.fromEntries(form.fields), device: 'shared', persona: 'parent' };
		const entered = await post('/demo/sign-in', fields, phone);
		const back = await post(entered.headers.get('location')!, fields, cookiesOf(entered));
		const html = await back.text();
		expect(read(html)).toContain('Er det rigtigt?');
		const given = [...html.matchAll(/name="answers" value="(\d)"/g)].map(([, value]) => `answers=${value}`);
		expect(given).toEqual(answers);

		const other = await post('/wellbeing/who5/answer?/send', body, await signIn(here.url, 'other-parent'));
		expect(other.status).toBe(409);
		expect(read(await other.text())).not.toContain('Er det rigtigt?');
	});

	test('what cannot come along stays where it was sent, to be sent from there; an undo button alone comes to its page without a word', async () => {
		const phone = await signIn(here.url, 'parent');
		await post('/sign-out', {}, phone);
		const title = Array.from({ length: 9_000 }, (_, n) => n.toString(36)).join('');
		const written = 'Skrevet, hvor ingen cookie er tilbage';
		for (const [words, cookie] of [
			[title, phone],
			[written, ''],
		] as const) {
			const stays = await post('/plan?/add', goal('06', words), cookie);
			expect(stays.status).toBe(401);
			const html = await stays.text();
			expect(html).toContain('Du er ikke logget ind mere');
			expect(html).toContain('<a href="/sign-in" target="_blank">');
			expect(await (await postScripted('/plan?/add', goal('06', words), cookie)).json()).toEqual({
				type: 'error',
				error: { message: 'common:error.signedOutHere' },
			});
			const { action, fields } = sending(html, words);
			expect([action, Object.fromEntries(fields)]).toEqual(['/plan?/add', goal('06', words)]);
		}
		expect((await post('/plan?/add', goal('06', written))).status).toBe(303);
		const undo = await post('/plan?/restore', { _form: 'undo', _person: amira, id: id('07') }, phone);
		expect(undo.headers.get('location')).toBe('/sign-in?to=%2Fplan');
	});

	test('what was written for a page that is there no more stands where that is said, and is not stored', async () => {
		const taken = id('04');
		expect((await post('/plan?/add', goal('04', 'Et mål, der tages ud'))).status).toBe(303);
		const address = `/plan/${taken}`;
		const undo = undoOf(
			await post(`${address}?/remove`, { _form: 'remove', _person: amira, id: taken, drawnFrom: '0' }),
		);
		const note = 'Det går <bedre> om morgenen';
		const entry = { _form: 'note', _person: amira, id: id('05'), goal: taken, family, note, score: '' };
		const tooLong = { ...entry, note: `${note} ${'x'.repeat(2_100)}` };
		for (const [fields, status, why] of [
			[entry, 409, 'Målet er taget ud af planen'],
			[tooLong, 404, 'Den side findes ikke'],
		] as const) {
			const answer = await post(`${address}?/note`, fields);
			expect(answer.status).toBe(status);
			const html = await answer.text();
			expect(html).toContain(why);
			expect(html).toContain('Det skrev du.');
			expect(html).toMatch(/Det går &lt;bedre(>|&gt;) om morgenen/);
		}
		expect((await post(undo.action, { ...undo.fields, _person: amira })).status).toBe(303);
		expect(await (await get(address)).text()).not.toContain('om morgenen</');
		expect((await post(`${address}?/note`, entry)).status).toBe(303);

		const question = '/families/questions/01990000-0000-7000-8000-000000000599';
		const answer = await post(
			`${question}?/answer`,
			{
				_form: 'answer',
				_person: '00000000-0000-7000-8001-0000000000e2',
				answer: 'yes',
				message: 'Det vil jeg gerne',
			},
			await signIn(here.url, 'teacher'),
		);
		expect(answer.status).toBe(404);
		expect(await answer.text()).toContain('Det vil jeg gerne');
	});

	test('what was written for a meeting that is cancelled meanwhile stands where that is said', async () => {
		const meeting = '00000000-0000-7000-8020-0000000000a1';
		const here = `/meetings/${meeting}`;
		const press = (action: string) =>
			post(`${here}?/${action}`, { _form: action, _person: amira, id: meeting, revision: '0' });
		expect((await press('cancel')).status).toBe(303);

		const wording = 'Hvem henter på torsdag';
		const point = { _form: 'point', _person: amira, id: id('06'), meeting, family, wording };
		const added = await post(`${here}?/addPoint`, point);
		expect(added.status).toBe(409);
		const page = await added.text();
		expect(page).toContain('Mødet er aflyst, så der kan ikke tilføjes mere.');
		expect(page).toContain(`<bdi>${wording}</bdi>`);

		const place = 'Biblioteket ved havnen';
		const move = { date: `${new Date().getFullYear() + 1}-06-05`, start: '10:00', end: '11:00', place };
		const moved = await post(`${here}/move`, { _form: 'move', _person: amira, drawnFrom: '1', ...move });
		expect(moved.status).toBe(409);
		const form = await moved.text();
		expect(form).toContain(`value="${place}"`);
		expect(form).toMatch(/role="alert"/);
		expect((await get(`${here}/move`)).headers.get('location')).toBe(here);

		// From a page that was drawn before it was cancelled once more.
		const hold = (revision: number) =>
			post(`${here}?/holdAfterAll&revision=${revision}`, { _form: 'undo', _person: amira, id: meeting });
		const late = await hold(0);
		expect(late.status).toBe(409);
		expect(read(await late.text())).toContain('Mødet er ændret, siden du så det her.');
		const now = /name="revision" value="(\d+)"/.exec(await (await get(here)).text())![1]!;
		expect((await hold(Number(now))).status).toBe(303);
	});
}
