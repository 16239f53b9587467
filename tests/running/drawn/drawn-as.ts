/**
 * What is decided on a page from before somebody else changed what it is about: nothing is decided of what the page did
 * not show, in words; from the page as it is now it goes through. Without a script.
 */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { people } from '../../people.ts';
import { fieldsOf, read, undoOf, wordsOf, type House } from '../house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const [holm, meeting] = [id('8002', 'a'), id('8020', 'a1')];
const { teacher: jonas, 'job-adviser': pia } = people;
type Fields = Record<string, string>;

/** On the server of drawn.test.ts: a second one would only start again. */
export function drawnAsThingsWere({ page, post, seen }: House): void {
	const open = async (path: string, persona: string, ...has: string[]) =>
		fieldsOf(await page(path, persona), ...has);
	async function send(path: string, persona: string, fields: Fields) {
		const answer = await post(path, persona, fields);
		return { status: answer.status, words: answer.status === 303 ? '' : wordsOf(read(await answer.text())) };
	}
	const isDone = { status: 303 };
	const refusedWith = (words: string) => ({ status: 409, words: expect.stringContaining(words) as string });

	test('a meeting that was moved is not cancelled by a page that shows its old time', async () => {
		const at = `/meetings/${meeting}`;
		const cancels = '?/cancel"';
		const old = await open(at, 'parent', cancels);
		const moved = { ...(await open(`${at}/move`, 'parent', 'name="drawnFrom"')), place: 'Biblioteket' };
		expect(await send(`${at}/move`, 'parent', moved)).toMatchObject(isDone);
		expect(await send(`${at}?/cancel`, 'parent', old)).toMatchObject(
			refusedWith('Mødet er ændret, siden du så det her.'),
		);
		expect((await seen(at, 'teacher')).words).not.toContain('Mødet er aflyst');
		const now = await open(at, 'parent', cancels);
		expect(await send(`${at}?/cancel`, 'parent', now)).toMatchObject(isDone);
		expect(await send(`${at}?/cancel`, 'parent', now), 'the same again').toMatchObject(isDone);
	});

	test('a goal that says something else by now is not taken off by a page from before', async () => {
		const goal = v7();
		const at = `/plan/${goal}`;
		expect(await send('/plan?/add', 'parent', { id: goal, family: holm, title: 'Ro' })).toMatchObject(isDone);
		const old = await open(at, 'parent', '?/remove"');
		const edit = { ...(await open(`${at}/edit`, 'parent', 'name="drawnFrom"')), title: 'Ro om aftenen' };
		expect(await send(`${at}/edit`, 'parent', edit)).toMatchObject(isDone);
		expect(await send(`${at}?/remove`, 'parent', old)).toMatchObject(
			refusedWith('Der er sagt noget andet om målet, siden du åbnede siden.'),
		);
		expect((await seen('/plan', 'parent')).words).toContain('Ro om aftenen');
		expect(await send(`${at}?/remove`, 'parent', await open(at, 'parent', '?/remove"'))).toMatchObject(
			isDone,
		);
	});

	/** Pia says of herself what she is. */
	async function becomes(profession: string) {
		const profile = await open('/families/profile', 'job-adviser', 'name="drawnFrom"');
		expect(await send('/families/profile?/edit', 'job-adviser', { ...profile, profession })).toMatchObject(
			isDone,
		);
	}

	test('who is something else by now is neither asked nor shared with by a page that calls them what they were', async () => {
		const [ask, share] = [`/team/coordinator/${pia}`, `/sharing/${pia}/preview?topic=ladder`];
		const shares = `/sharing/${pia}/preview?/share&topic=ladder`;
		const asks = await open(ask, 'parent', 'name="professional"');
		const reads = await open(share, 'parent', 'name="professional"');
		await becomes('Myndighedsrådgiver');
		expect(await send(ask, 'parent', asks)).toMatchObject(
			refusedWith('Jeres team er ændret, siden du åbnede siden.'),
		);
		expect(await send(shares, 'parent', { ...reads, period: '1' })).toMatchObject(
			refusedWith('Personen har fået et andet job, siden du åbnede siden.'),
		);
		const known = { ...(await open(share, 'parent', 'name="professional"')), period: '1' };
		expect(await send(shares, 'parent', known)).toMatchObject(isDone);
		await becomes('Jobkonsulent');
		expect(await send(shares, 'parent', known), 'the same again').toMatchObject(isDone);
	});

	test('nobody is stopped as coordinator by a page that names another', async () => {
		const old: Fields = {
			...(await open(`/team/coordinator/${pia}`, 'parent', 'name="professional"')),
			present: 'stopsNow',
		};
		expect(old.coordinator).toBe(people.coordinator);
		const asksJonas = await open(`/team/coordinator/${jonas}`, 'parent', 'name="professional"');
		expect(await send(`/team/coordinator/${jonas}`, 'parent', asksJonas)).toMatchObject(isDone);
		const question = `/families/questions/${asksJonas.id}?/answer`;
		expect(await send(question, 'teacher', { answer: 'yes', message: '' })).toMatchObject(isDone);
		expect(await send(`/team/coordinator/${pia}`, 'parent', old)).toMatchObject(
			refusedWith('Jeres team er ændret, siden du åbnede siden.'),
		);
		const team = (await seen('/team', 'parent')).words;
		expect(team).toMatch(/Jeres koordinator Jonas/);
		const now = {
			...(await open(`/team/coordinator/${pia}`, 'parent', 'name="professional"')),
			present: 'goesOn',
		};
		expect(await send(`/team/coordinator/${pia}`, 'parent', now)).toMatchObject(isDone);
	});

	test('what was said to be fine by a slip is told again, with the days there are to say no', async () => {
		const place = { id: v7(), family: holm, job: id('8007', 'e7') };
		expect(await send(`/office/families/${holm}?/join`, 'project-lead', place)).toMatchObject(isDone);
		const html = await page('/team', 'parent');
		const fine = fieldsOf(html, '?/fine"', 'fine-');
		expect(wordsOf(html)).toContain('Du kan sige nej indtil den');
		const said = await post('/team?/fine', 'parent', fine);
		expect((await seen('/team', 'parent')).words).not.toContain('Du kan sige nej indtil den');
		const { action, fields } = undoOf(said);
		expect(await send(action, 'parent', fields)).toMatchObject(isDone);
		expect((await seen('/team', 'parent')).words).toContain('Du kan sige nej indtil den');
	});
}
