/**
 * What is pressed on a page from before: where it is so by now, that is said and nothing is changed; where somebody has
 * said otherwise since, it stays, in words with how it stands, and whoever presses again there has seen it. Without a
 * script.
 */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { fieldsOf, house, read, undoOf, wordsOf } from './house.ts';

const { page, post, seen } = house('said-since');

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const family = id('8002', 'a');

type Fields = Record<string, string>;
/** Presses, and reads what is answered. */
async function press(path: string, persona: string, fields: Fields) {
	const answer = await post(path, persona, fields);
	const html = answer.status === 303 ? '' : read(await answer.text());
	return { status: answer.status, html, words: wordsOf(html) };
}
const isDone = { status: 303 };

const goal = `/plan/${id('8010', 'a1')}`;

test('a goal that somebody said is not done after all is not done again by a page from before', async () => {
	const open = async (action: string) => fieldsOf(await page(goal, 'parent'), `action="?/${action}"`);
	const old = await open('done');
	expect(await press(`${goal}?/done`, 'parent', await open('done'))).toMatchObject(isDone);
	expect(await press(`${goal}?/done`, 'parent', old), 'it is so').toMatchObject(isDone);
	const older = await open('notDone');
	expect(await press(`${goal}?/notDone`, 'parent', await open('notDone'))).toMatchObject(isDone);
	const refused = await press(`${goal}?/done`, 'parent', old);
	expect(refused.status).toBe(409);
	expect(refused.words).toContain('Der er sagt noget andet om målet, siden du åbnede siden.');
	expect(refused.words).not.toContain('ikke klaret alligevel');
	const again = fieldsOf(refused.html, 'action="?/done"');
	expect(await press(`${goal}?/done`, 'parent', again), 'knowing it').toMatchObject(isDone);
	// Nor is it undone by one.
	expect((await press(`${goal}?/notDone`, 'parent', older)).status).toBe(409);
	expect(await open('notDone')).toMatchObject({ id: old.id });
});

const offer = id('8030', '4');
const there = `/offers/${offer}`;
const state = (value: string) => `name="state" value="${value}"`;

test('an answer to an offer stays when a page from before says otherwise', async () => {
	const open = async (...has: string[]) => fieldsOf(await page(there, 'parent'), '?/answer"', ...has);
	const say = (fields: Fields) => press(`${there}?/answer`, 'parent', fields);
	const [one, two] = [await open(state('interested')), await open(state('interested'))];
	expect(await say({ ...one, about: '' })).toMatchObject(isDone);
	expect(await say({ ...two, about: '' }), 'the same').toMatchObject(isDone);
	const [before, same] = [await open(state('signed_up')), await open(state('not_for_us'))];
	expect(await say(await open(state('not_for_us')))).toMatchObject(isDone);
	expect(await say(same), 'the same').toMatchObject(isDone);
	for (const old of [before, { ...one, about: '', id: v7() }]) {
		const refused = await say(old);
		expect(refused.status).toBe(409);
		expect(refused.words).toContain('Der er svaret noget andet, siden du åbnede siden.');
		expect(refused.words).toContain('Ikke noget for os');
	}
	const refused = await say(before);
	const change = fieldsOf(refused.html, '?/answer"', 'name="_form" value="change-');
	expect(await say({ ...change, state: 'signed_up' }), 'knowing it').toMatchObject(isDone);
});

test('an offer stays with the goal that somebody chose, when a page from before chooses another', async () => {
	const open = async () => fieldsOf(await page(there, 'parent'), '?/tie"');
	const tie = (fields: Fields) => press(`${there}?/tie`, 'parent', fields);
	const old = await open();
	const [, first, second] = /<select[^]*?value="([\da-f-]{36})"[^]*?value="([\da-f-]{36})"/.exec(
		await page(there, 'parent'),
	)!;
	expect(await tie({ ...old, goal: first! })).toMatchObject(isDone);
	expect(await tie({ ...old, goal: first! }), 'the same').toMatchObject(isDone);
	const refused = await tie({ ...old, goal: second! });
	expect(refused.status).toBe(409);
	expect(refused.words).toContain('Hvilket mål det er til, er blevet ændret, siden du åbnede siden.');
	const again = fieldsOf(refused.html, '?/tie"');
	expect(again).toMatchObject({ goal: second, drawnFrom: first });
	expect(await tie(again), 'knowing it').toMatchObject(isDone);
	// Of a goal that was taken off it is not shown, and can be for another all the same.
	const off = { id: second!, drawnFrom: '0' };
	expect(await press(`/plan/${second}?/remove`, 'parent', off)).toMatchObject(isDone);
	expect(await tie({ ...(await open()), goal: first! })).toMatchObject(isDone);
});

/** What is taken away twice, with how it is brought back in between; `isOut` of who looks. */
const undone: [
	what: string,
	persona: string,
	make: () => Promise<{ path: string; fields: Fields; isOut: () => Promise<boolean> }>,
	told: string,
][] = [
	[
		'a goal',
		'parent',
		async () => {
			const made = v7();
			await post('/plan?/add', 'parent', { id: made, family, title: 'Ud i skoven' });
			return {
				path: `/plan/${made}?/remove`,
				fields: { id: made, drawnFrom: '0' },
				isOut: async () => !(await seen('/plan', 'parent')).words.includes('Ud i skoven'),
			};
		},
		'Målet har været sat tilbage og er taget ud af planen igen.',
	],
	[
		'a point of an agenda',
		'parent',
		async () => {
			const [made, meeting] = [v7(), id('8020', 'a1')];
			const point = { id: made, meeting, family, wording: 'Lektierne' };
			await post(`/meetings/${meeting}?/addPoint`, 'parent', point);
			return {
				path: `/meetings/${meeting}?/removePoint`,
				fields: { id: made },
				isOut: async () => !(await seen(`/meetings/${meeting}`, 'parent')).words.includes('Lektierne'),
			};
		},
		'Punktet har været sat tilbage og er fjernet igen.',
	],
	[
		'an offer of the catalogue',
		'project-lead',
		() => {
			const offered = id('8030', '2');
			return Promise.resolve({
				path: '/office/offers?/retire',
				fields: { id: offered },
				isOut: async () => (await page('/office/offers', 'project-lead')).includes(`bringBack-${offered}`),
			});
		},
		'Tilbuddet har været sat tilbage og er taget af listen igen.',
	],
];
test.each(undone)(
	'an undo from before does not bring back %s taken away since',
	async (_, who, make, told) => {
		const { path, fields, isOut } = await make();
		const first = undoOf(await post(path, who, fields));
		expect(await isOut()).toBe(true);
		const undo = ({ action, fields }: typeof first) => press(action, who, fields);
		expect(await undo(first)).toMatchObject(isDone);
		expect(await undo(first), 'it is back').toMatchObject(isDone);
		expect(await isOut()).toBe(false);
		const second = undoOf(await post(path, who, fields));
		const refused = await undo(first);
		expect(refused.status).toBe(409);
		expect(refused.words).toContain(told);
		expect(await isOut()).toBe(true);
		expect(await undo(second), 'the last').toMatchObject(isDone);
		expect(await isOut()).toBe(false);
	},
);

test.each([
	['goal taken off the plan', 'young-person', id('8010', 'a4'), 'remove', '/plan/', '/plan/'],
	['meeting cancelled', 'parent', id('8020', 'a1'), 'cancel', '/meetings/', `/families/${family}/meetings/`],
] as const)(
	'a %s by another first is so, and whoever says it too has no button that undoes it',
	async (_, first, what, action, here, there) => {
		const second = action === 'remove' ? 'parent' : 'coordinator';
		const form = async (path: string, persona: string) =>
			fieldsOf(await page(path + what, persona), `?/${action}"`);
		const late = await form(there, second);
		const done = await post(`${here}${what}?/${action}`, first, await form(here, first));
		const again = await post(`${there}${what}?/${action}`, second, late);
		expect([done.status, again.status]).toEqual([303, 303]);
		expect(() => undoOf(again)).toThrow();
		// Whoever did it undoes it.
		const undo = undoOf(done);
		const path = undo.action.startsWith('?') ? `${here}${what}${undo.action}` : undo.action;
		expect(await press(path, first, undo.fields)).toMatchObject(isDone);
	},
);
