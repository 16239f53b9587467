/** No receipt for nothing: the same form twice is once, and the same id with other content is refused in words. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { offer, scale } from '../../walk/samples.ts';
import { family, goal, jonas, june, sending, type Fields } from './sending.ts';
import { pressedOnce } from './pressed.ts';

const here = sending('once');
const { sent } = here;

for (const { name, persona = 'parent', path, fields, change } of [
	{
		name: 'a goal',
		path: '/plan?/add',
		fields: { family, title: 'Mere ro' },
		change: { title: 'Mere luft' },
	},
	{
		name: 'the sign of a goal',
		path: '/plan?/add',
		fields: { family, title: 'Ro', sign: 'A' },
		change: { sign: 'B' },
	},
	{
		// It takes the area of its goal over, which was not given.
		name: 'a step',
		path: `/plan/${goal}?/add`,
		fields: { family, parent: goal, title: 'Vi stiller uret' },
		change: { title: 'Vi stiller to ure' },
	},
	{ name: 'a scale', path: '/wellbeing/scales?/add', fields: scale, change: { lowWords: 'Meget uro' } },
	{
		name: 'an answer',
		path: '/wellbeing/ladder/answer?/send',
		fields: { topic: 'ladder', scale: '', answers: '4' },
		change: { answers: '9' },
	},
	{
		name: 'a family',
		persona: 'project-lead',
		path: '/office/enrol?/enrol',
		fields: { name: 'Familien Ny', visitedOn: '2026-01-05' },
		change: { name: 'Familien Anden' },
	},
	{
		name: 'an offer',
		persona: 'project-lead',
		path: '/office/offers/new?/save',
		fields: offer,
		change: { description: 'Vi spiller dam.' },
	},
	{
		name: 'a workplace',
		persona: 'project-lead',
		path: '/office/places?/add',
		fields: { name: 'Genbrugsen', kind: 'association' },
		change: { name: 'Byttebutikken' },
	},
] as { name: string; persona?: string; path: string; fields: Fields; change: Fields }[]) {
	test(`${name}: once; the same again is well; other content is refused, comes back, and goes through`, async () => {
		const mine = { _form: 'form', ...fields, id: v7() };
		expect(await sent(persona, path, mine)).toMatchObject({ type: 'redirect' });
		expect(await sent(persona, path, mine)).toMatchObject({ type: 'redirect' });

		const other = await sent(persona, path, { ...mine, ...change });
		expect(other).toMatchObject({ type: 'failure', status: 409 });
		expect(other.data).toContain('common:error.madeAlready');
		for (const typed of Object.values(change)) expect(other.data).toContain(JSON.stringify(typed));
		expect(other.data).not.toContain(mine.id);

		// Made now: the ids of the demo begin with zeros.
		const fresh = /(?!0{8})[\da-f]{8}-[\da-f]{4}-7[\da-f-]{21}/.exec(other.data!)![0];
		expect(await sent(persona, path, { ...mine, ...change, id: fresh })).toMatchObject({ type: 'redirect' });
	});
}

test('a goal that was edited since is still known by what it was made with', async () => {
	const made = { _form: 'form', id: v7(), family, title: 'Ro om morgenen', sign: 'A' };
	expect(await sent('parent', '/plan?/add', made)).toMatchObject({ type: 'redirect' });
	const edited = {
		id: made.id,
		drawnFrom: '0',
		title: 'Ro hele dagen',
		area: 'health',
		sign: 'B',
		dueOn: '',
	};
	expect(await sent('parent', `/plan/${made.id}/edit`, edited)).toMatchObject({ type: 'redirect' });
	expect(await sent('parent', '/plan?/add', made)).toMatchObject({ type: 'redirect' });
	// What it says now is not what was made with this id.
	const other = await sent('parent', '/plan?/add', { ...made, sign: 'B' });
	expect(other).toMatchObject({ type: 'failure', status: 409 });
	expect(other.data).toContain('common:error.madeAlready');
});

test('an offer that was edited since is still known by what it was made with', async () => {
	const made = { _form: 'form', ...offer, title: 'Backgammon', id: v7() };
	expect(await sent('project-lead', '/office/offers/new?/save', made)).toMatchObject({ type: 'redirect' });
	const edited = { ...made, drawnFrom: '0', place: 'Havnen' };
	const path = `/office/offers/${made.id}?/save`;
	expect(await sent('project-lead', path, edited)).toMatchObject({ type: 'redirect' });
	expect(await sent('project-lead', '/office/offers/new?/save', made)).toMatchObject({ type: 'redirect' });
	const other = await sent('project-lead', '/office/offers/new?/save', edited);
	expect(other).toMatchObject({ type: 'failure', status: 409 });
	expect(other.data).toContain('common:error.madeAlready');
});

test('a meeting that was moved since is still known by what it was called with', async () => {
	const called = {
		_form: 'form',
		id: v7(),
		family,
		kind: 'other',
		about: '',
		purpose: 'Te',
		...june,
		link: '',
		asked: jonas,
	};
	const path = '/meetings/new';
	expect(await sent('parent', path, called)).toMatchObject({ type: 'redirect' });
	const moved = { id: called.id, drawnFrom: '0', ...june, link: '', start: '12:00', end: '13:00' };
	expect(await sent('parent', `/meetings/${called.id}/move`, moved)).toMatchObject({ type: 'redirect' });
	expect(await sent('parent', path, called)).toMatchObject({ type: 'redirect' });
	const other = await sent('parent', path, { ...called, start: '12:00', end: '13:00' });
	expect(other).toMatchObject({ type: 'failure', status: 409 });
	expect(other.data).toContain('common:error.madeAlready');
});

test('the same from a page that came anew is asked about once: without a script, Back brings a new id', async () => {
	const jar = new Map<string, string>();
	const goals = { _form: 'add', family, title: 'Mere musik' };
	const send = (fields: Fields, path = '/plan?/add') => sent('parent', path, fields, jar);
	expect(await send({ ...goals, id: v7() })).toMatchObject({ type: 'redirect' });
	const asked = await send({ ...goals, id: v7() });
	expect(asked).toMatchObject({ type: 'failure', status: 409 });
	expect(asked.data).toContain('common:error.justMade');
	expect(asked.data).toContain('Mere musik');
	expect(await send({ ...goals, id: v7() }), 'who sends it again means it').toMatchObject({
		type: 'redirect',
	});
	expect(await send({ ...goals, title: 'Mere sang', id: v7() })).toMatchObject({ type: 'redirect' });
	expect(await send({ ...goals, id: v7() }), 'something else was made since').toMatchObject({
		type: 'redirect',
	});
	const last = v7();
	expect(await send({ ...goals, title: 'Mere dans', id: last })).toMatchObject({ type: 'redirect' });
	expect(await send({ id: last, drawnFrom: '0' }, `/plan/${last}?/remove`)).toMatchObject({
		type: 'redirect',
	});
	expect(await send({ ...goals, title: 'Mere dans', id: v7() }), 'it was taken away since').toMatchObject({
		type: 'redirect',
	});
});

test('what was written just before in the same form can be taken out, however many came before it', async () => {
	const jar = new Map<string, string>();
	const add = async (words: string, path = '/plan?/add', form: Fields = { _form: 'add' }) => {
		const made = v7();
		const fields = { ...form, family, title: words, id: made };
		expect(await sent('parent', path, fields, jar)).toMatchObject({ type: 'redirect' });
		const told = Buffer.from(jar.get('receipt')!.split('.')[0]!, 'base64url').toString();
		const { undo } = JSON.parse(told) as { undo?: { action: string; id: string; label: string } };
		return { made, undo };
	};
	const first = await add('Mere te');
	expect(first.undo).toBeUndefined();
	const second = await add('Mere grøn te');
	expect(second.undo).toMatchObject({ id: first.made, action: `/plan/${first.made}?/remove&drawnFrom=0` });
	const { id, action } = second.undo!;
	expect(await sent('parent', action, { id })).toMatchObject({ type: 'redirect' });
	// The third does not say of the second that it was the first.
	const third = await add('Mere sort te');
	expect(third.undo).toMatchObject({ id: second.made, label: 'plan:receipt.takeBefore' });
	const step = await add('Køb en kande', `/plan/${goal}?/add`, { _form: `add-${goal}`, parent: goal });
	expect(step.undo).toBeUndefined();
	const after = await add('Mere hvid te');
	expect(after.undo, 'what was made before was made in another form').toBeUndefined();
});

pressedOnce(here);
