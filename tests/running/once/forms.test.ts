/** No receipt for nothing: the same form twice is once, and the same id with other content is refused in words. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { offer, scale } from '../../walk/samples.ts';
import { undoIn } from '../house.ts';
import {
	family,
	jonas,
	mette,
	pia,
	piaInTeam,
	hanne,
	june,
	goal,
	sending,
	volunteers,
	type Fields,
} from './sending.ts';

const id = (tail: string) => `01990000-0000-7000-8000-0000000000${tail}`;
const { sent } = sending('once');

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

test('an answer is taken back once; the second time says so', async () => {
	const fields = { id: id('e1'), topic: 'ladder', scale: '', answers: '4' };
	expect(await sent('parent', '/wellbeing/ladder/answer?/send', fields)).toMatchObject({ type: 'redirect' });
	expect(await sent('parent', '/wellbeing?/takeBack', { id: fields.id })).toMatchObject({ type: 'redirect' });
	const again = await sent('parent', '/wellbeing?/takeBack', { id: fields.id });
	expect(again).toMatchObject({ type: 'failure', status: 409 });
	expect(again.data).toContain('wellbeing:error.takenBack');
});

test('what was begun is thrown away once; thrown away or sent, there is nothing, and the answer stands', async () => {
	const page = '/wellbeing/ladder/answer';
	const begin = () => sent('parent', `${page}?/keep`, { question: '1', answer: '7' });
	const drop = () => sent('parent', `${page}?/drop`, { _form: 'drop' });
	const nothing = {
		type: 'failure',
		status: 409,
		data: expect.stringContaining('wellbeing:error.noDraft'),
	};
	expect(await begin()).toMatchObject({ type: 'redirect' });
	expect(await drop()).toMatchObject({ type: 'redirect', location: '/wellbeing' });
	expect(await drop()).toMatchObject(nothing);

	expect(await begin()).toMatchObject({ type: 'redirect' });
	const answer = { id: v7(), topic: 'ladder', scale: '', answers: '7' };
	expect(await sent('parent', `${page}?/send`, answer)).toMatchObject({ type: 'redirect' });
	expect(await drop()).toMatchObject(nothing);
	expect(await sent('parent', '/wellbeing?/takeBack', { id: answer.id })).toMatchObject({ type: 'redirect' });
});

test('an offer that is off the list is saved there, and nobody is told that families find it', async () => {
	const made = { ...offer, title: 'Skak', id: v7() };
	expect(await sent('project-lead', '/office/offers/new?/save', made)).toMatchObject({ type: 'redirect' });
	const receipt = async () => {
		const jar = new Map<string, string>();
		await sent(
			'project-lead',
			`/office/offers/${made.id}?/save`,
			{ ...made, drawnFrom: '0', place: 'Havnen' },
			jar,
		);
		return (
			JSON.parse(Buffer.from(jar.get('receipt')!.split('.')[0]!, 'base64url').toString()) as { text: string }
		).text;
	};
	expect(await receipt()).toBe('office:receipt.offerSaved');
	expect(await sent('project-lead', '/office/offers?/retire', { id: made.id })).toMatchObject({
		type: 'redirect',
	});
	expect(await receipt()).toBe('office:receipt.offerSavedAside');
});

test('a job is given once and ends once; the same again has the same receipt', async () => {
	const job = v7();
	const page = `/office/colleagues/${pia}`;
	const given = { id: job, organisation: volunteers, profession: 'Mentor' };
	expect(await sent('project-lead', `${page}?/give`, given)).toMatchObject({ type: 'redirect' });
	expect(await sent('project-lead', `${page}?/give`, given)).toMatchObject({ type: 'redirect' });
	const other = await sent('project-lead', `${page}?/give`, { ...given, profession: 'Træner' });
	expect(other).toMatchObject({ type: 'failure', status: 409 });
	expect(other.data).toContain('common:error.madeAlready');
	const second = await sent('project-lead', `${page}?/give`, { ...given, id: v7() });
	expect(second.data).toContain('office:error.worksThere');
	const ended = { type: 'redirect', location: page };
	expect(await sent('project-lead', `${page}/${job}?/end`, {})).toMatchObject(ended);
	expect(await sent('project-lead', `${page}/${job}?/end`, {})).toMatchObject(ended);
	expect(await sent('project-lead', `${page}/${v7()}?/end`, {})).toMatchObject({ type: 'failure' });
});

for (const [what, path, fields] of [
	['a scale that is none', '/wellbeing/scales?/retire', { id: id('e2') }],
	['a goal that is none', '/plan?/move', { id: id('e2'), direction: 'up', past: id('e4') }],
	[
		'a sharing that is over',
		`/sharing/${id('e3')}/stop?/withdraw&topic=ladder`,
		{ professional: id('e3'), topic: 'ladder' },
	],
] as const) {
	test(`${what} has no receipt`, async () => {
		expect(await sent('parent', path, fields)).toMatchObject({ type: 'failure' });
	});
}

// Last, for with it the coordinator of above is another one.
test('a question is answered, and somebody taken out of a team, once; the same again has the same receipt', async () => {
	const choice = v7();
	const asked = {
		id: choice,
		professional: pia,
		place: piaInTeam,
		profession: 'Jobkonsulent',
		coordinator: mette,
		family,
		present: 'goesOn',
	};
	const chosen = await sent('parent', `/team/coordinator/${pia}`, asked);
	expect(chosen).toMatchObject({ type: 'redirect' });
	const question = `/families/questions/${choice}?/answer`;
	const yes = { answer: 'yes', message: 'Gerne' };
	expect(await sent('job-adviser', question, yes)).toMatchObject({ type: 'redirect' });
	expect(await sent('job-adviser', question, yes)).toMatchObject({ type: 'redirect' });
	expect(await sent('job-adviser', question, { ...yes, answer: 'no' })).toMatchObject({ type: 'failure' });
	expect(await sent('job-adviser', question, { ...yes, message: '' })).toMatchObject({ type: 'failure' });

	const place = v7();
	const page = `/office/families/${family}`;
	const joined = await sent('project-lead', `${page}?/join`, { id: place, family, job: hanne });
	expect(joined).toMatchObject({ type: 'redirect' });
	expect(await sent('project-lead', `${page}?/leave`, { id: place })).toMatchObject({ type: 'redirect' });
	expect(await sent('project-lead', `${page}?/leave`, { id: place })).toMatchObject({ type: 'redirect' });
	expect(await sent('project-lead', `${page}?/leave`, { id: v7() })).toMatchObject({ type: 'failure' });
});

test('who is in the team again is not told of as out of it, by whoever presses once more', async () => {
	const page = `/office/families/${family}`;
	const join = (id: string) => sent('project-lead', `${page}?/join`, { id, family, job: hanne });
	const [first, second] = [v7(), v7()];
	expect(await join(first)).toMatchObject({ type: 'redirect' });
	expect(await sent('project-lead', `${page}?/leave`, { id: first })).toMatchObject({ type: 'redirect' });
	expect(await join(second)).toMatchObject({ type: 'redirect' });
	const again = await sent('project-lead', `${page}?/leave`, { id: first });
	expect(again).toMatchObject({ type: 'failure' });
	expect(again.data).toContain('office:error.inTeamAgain');
	expect(await sent('project-lead', `${page}?/leave`, { id: second })).toMatchObject({ type: 'redirect' });
});

test('a step is not back on the plan while its goal is off it', async () => {
	const [whole, step] = [v7(), v7()];
	await sent('parent', '/plan?/add', { id: whole, family, title: 'Ud i naturen' });
	await sent('parent', `/plan/${whole}?/add`, { id: step, family, parent: whole, title: 'Finde en skov' });
	const off = new Map<string, string>();
	for (const id of [step, whole]) {
		const jar = new Map<string, string>();
		await sent('parent', `/plan/${id}?/remove`, { id, drawnFrom: '0' }, jar);
		off.set(id, undoIn(jar.get('receipt')!).action);
	}
	const restore = (id: string) => sent('parent', off.get(id)!, { id });
	const back = await restore(step);
	expect(back).toMatchObject({ type: 'failure' });
	expect(back.data).toContain('plan:error.goalIsOff');
	expect(await restore(whole)).toMatchObject({ type: 'redirect' });
	expect(await restore(step)).toMatchObject({ type: 'redirect' });
	expect(await restore(step), 'the same again').toMatchObject({ type: 'redirect' });
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
