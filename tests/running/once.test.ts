/** No receipt for nothing: the same command twice is once, and the same id with other content is refused in words. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { signIn } from '../bench/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';
import { samples } from '../walk/samples.ts';

const family = '00000000-0000-7000-8002-00000000000a';
const id = (tail: string) => `01990000-0000-7000-8000-0000000000${tail}`;

const person = (tail: string) => `00000000-0000-7000-8001-0000000000${tail}`;
const [jonas, pia] = [person('e2'), person('e3')];
const personas = {
	parent: person('a1'),
	coordinator: person('e1'),
	'job-adviser': pia,
	'project-lead': person('e4'),
};
type Persona = keyof typeof personas;

let server: Server;
const cookies = new Map<string, string>();
beforeAll(async () => {
	server = await startServer(freshData('once'));
	for (const persona of Object.keys(personas)) cookies.set(persona, await signIn(server.url, persona));
});
afterAll(() => server.stop());

type Fields = Record<string, string>;
/** Sends a form as the page's script does, and returns what the page gets. */
async function sent(persona: string, path: string, fields: Fields) {
	const answer = await fetch(server.url + path, {
		method: 'POST',
		headers: {
			accept: 'application/json',
			'x-sveltekit-action': 'true',
			cookie: cookies.get(persona)!,
			origin: server.url,
		},
		body: new URLSearchParams(fields),
	});
	return (await answer.json()) as { type: string; status: number; data?: string; location?: string };
}

const hanne = '00000000-0000-7000-8007-0000000000e7';
const meeting = '00000000-0000-7000-8020-0000000000a1';
const june = {
	date: `${new Date().getFullYear() + 1}-06-05`,
	start: '10:00',
	end: '11:00',
	place: 'Biblioteket',
};
const goal = '00000000-0000-7000-8010-0000000000a1';
const scale = { kind: 'mental', name: 'Ro', lowWords: 'Uro', highWords: 'Helt rolig' };
const offer = {
	title: 'Skakklub',
	description: 'Vi spiller skak.',
	provider: 'Skakklubben',
	kind: 'association',
	areas: 'leisure',
	place: 'Nørreby',
	contact: '12 34 56 78',
};
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

		const fresh = /[\da-f]{8}-[\da-f]{4}-7[\da-f-]{21}/.exec(
			other.data!.replaceAll(family, '').replaceAll(goal, ''),
		)![0];
		expect(await sent(persona, path, { ...mine, ...change, id: fresh })).toMatchObject({ type: 'redirect' });
	});
}

test('a goal that was edited since is still known by what it was made with', async () => {
	const made = { _form: 'form', id: v7(), family, title: 'Ro om morgenen', sign: 'A' };
	expect(await sent('parent', '/plan?/add', made)).toMatchObject({ type: 'redirect' });
	const edited = { id: made.id, title: 'Ro hele dagen', area: 'health', sign: 'B', dueOn: '' };
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
	const edited = { ...made, place: 'Havnen' };
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
	const moved = { id: called.id, ...june, link: '', start: '12:00', end: '13:00' };
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
	['a goal that is none', '/plan?/move', { id: id('e2'), direction: 'up' }],
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

const volunteers = '00000000-0000-7000-8006-0000000000e3';
const egelund = '00000000-0000-7000-8000-00000000000e';
const draughts = { ...offer, title: 'Damklub', municipality: egelund };

/** What is made by a command, and by what it is over; `id`: that of what was made. */
const undone: [make: string, fields: Fields, undo: string, by: (id: string) => Fields, who?: Persona][] = [
	['plan.addGoal', { family, title: 'Mere søvn' }, 'plan.removeGoal', (id) => ({ id })],
	['plan.addGoal', { family, parent: goal, title: 'Et skridt' }, 'plan.removeGoal', (id) => ({ id })],
	[
		'meetings.addPoint',
		{ meeting, family, wording: 'Sommerferien' },
		'meetings.removePoint',
		(id) => ({ id }),
	],
	[
		'meetings.propose',
		{ family, kind: 'other', purpose: 'Kaffe', ...june, asked: jonas },
		'meetings.cancel',
		(id) => ({ id }),
	],
	['wellbeing.rate', { topic: 'ladder', scale: '', answers: '4' }, 'wellbeing.takeBack', (id) => ({ id })],
	['wellbeing.addScale', scale, 'wellbeing.retireScale', (id) => ({ id })],
	[
		'sharing.share',
		{ professional: jonas, topic: 'ladder', period: '1', until: '' },
		'sharing.withdraw',
		() => ({ professional: jonas, topic: 'ladder' }),
	],
	['team.choose', { family, professional: jonas, present: 'goesOn' }, 'team.takeBack', (id) => ({ id })],
	['team.join', { family, job: hanne }, 'team.leave', (id) => ({ id }), 'project-lead'],
	[
		'office.giveJob',
		{ person: jonas, organisation: volunteers, profession: 'Lektiehjælper' },
		'staff.endJob',
		(id) => ({ job: id }),
		'project-lead',
	],
	['catalogue.addOffer', draughts, 'catalogue.retireOffer', (id) => ({ id }), 'project-lead'],
];

/** Delivers a command as the outbox of a phone does. */
async function deliver(name: string, content: Fields, who: Persona = 'parent', id = v7()) {
	const madeAt = new Date().toISOString();
	const entries = Object.entries(content);
	const command = { id, name, person: personas[who], madeAt, entries };
	const answer = await fetch(`${server.url}/api/outbox`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			cookie: cookies.get(who)!,
			origin: server.url,
		},
		body: JSON.stringify({ sentAt: madeAt, commands: [command] }),
	});
	const { answers } = (await answer.json()) as { answers: { state: string; reason?: string }[] };
	return answers[0]!;
}
const changedSince = { state: 'refused', reason: 'outbox:refusal.madeAlready' };

for (const [make, fields, undo, by, who] of undone) {
	test(`${make}, ${undo}, and the first again: no receipt for what is over`, async () => {
		const made = v7();
		const content = { ...fields, id: made };
		expect(await deliver(make, content, who, made)).toEqual({ id: made, state: 'sent' });
		expect(await deliver(make, content, who, made), 'as long as it holds').toMatchObject({ state: 'sent' });
		expect(await deliver(undo, by(made), who)).toMatchObject({ state: 'sent' });
		expect(await deliver(make, content, who, made)).toMatchObject(changedSince);
	});
}

const suggested = '00000000-0000-7000-8030-000000000010';
const kept: [make: string, fields: Fields, change: Fields, who?: Persona][] = [
	['plan.noteProgress', { goal, family, note: 'Det går', score: '5' }, { note: 'Det går ikke' }],
	[
		'offers.suggest',
		{ family, offer: suggested, goal, about: '', reason: 'Det passer' },
		{ reason: 'Det er tæt på' },
		'coordinator',
	],
];
for (const [make, fields, change, who] of kept) {
	test(`${make}: once, and other content under its id is refused`, async () => {
		const made = { id: v7(), ...fields };
		const again = (content: Fields) => deliver(make, content, who, made.id);
		expect(await again(made)).toMatchObject({ state: 'sent' });
		expect(await again(made)).toMatchObject({ state: 'sent' });
		expect(await again({ ...made, ...change })).toMatchObject(changedSince);
	});
}

/** What makes something and is tried above, under the names of commands. */
const tried = [
	...undone.map(([make]) => make),
	...kept.map(([make]) => make),
	'office.addPlace', // 'a workplace'
	'office.enrol', // 'a family'
];
/** What makes something and has an answer of its own when it comes again. */
const otherwise: Record<string, string> = {
	'invitation.inviteMember': 'its link is shown once, so sent again it says so: tests/e2e/invitation.test.ts',
	'invitation.inviteProfessional': 'as inviteMember',
	'offers.answer': 'another state under the same id is a change of mind: tests/database/rules/offers.test.ts',
	'enrolment.enrolAgain': 'needs one that has ended: tests/policies/functions/enrol_again.test.ts',
};
test('whatever makes something under an id of its form is tried here, or says where', () => {
	const making = [...samples].filter(([, ways]) => ways.some(({ id }) => id === '@fresh'));
	expect(making.map(([name]) => name).sort()).toEqual([...new Set(tried), ...Object.keys(otherwise)].sort());
});

// Last, for with it the coordinator of above is another one.
test('a question is answered, and somebody taken out of a team, once; the same again has the same receipt', async () => {
	const choice = v7();
	const asked = { id: choice, professional: pia, family, present: 'goesOn' };
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
