/**
 * No receipt for what is over, or stands for something else: commands made, undone and sent again; by the outbox of a phone
 * where they may wait there.
 */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { people } from '../../people.ts';
import { offer, samples, scale } from '../../walk/samples.ts';
import { handedBack } from './drawn-for-another.ts';
import {
	family,
	jonas,
	jonasInTeam,
	mette,
	pia,
	hanne,
	meeting,
	june,
	goal,
	sending,
	volunteers,
	type Fields,
	type Persona,
} from './sending.ts';

const here = sending('once-delivered');
const { asRead, deliver, does, drawnFrom, sent } = here;

const egelund = '00000000-0000-7000-8000-00000000000e';
const draughts = { ...offer, title: 'Damklub', municipality: egelund };

/** What is made by a command, and by what it is over; `id`: that of what was made. */
const undone: [make: string, fields: Fields, undo: string, by: (id: string) => Fields, who?: Persona][] = [
	['plan.addGoal', { family, title: 'Mere søvn' }, 'plan.removeGoal', (id) => ({ id, drawnFrom: '0' })],
	[
		'plan.addGoal',
		{ family, parent: goal, title: 'Et skridt' },
		'plan.removeGoal',
		(id) => ({ id, drawnFrom: '0' }),
	],
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
		(id) => ({ id, revision: '0' }),
	],
	['wellbeing.rate', { topic: 'ladder', scale: '', answers: '4' }, 'wellbeing.takeBack', (id) => ({ id })],
	['wellbeing.addScale', scale, 'wellbeing.retireScale', (id) => ({ id })],
	[
		'sharing.share',
		{ professional: jonas, profession: 'Lærer', topic: 'ladder', period: '1', until: '' },
		'sharing.withdraw',
		() => ({ professional: jonas, topic: 'ladder' }),
	],
	[
		'team.choose',
		{
			family,
			professional: jonas,
			place: jonasInTeam,
			profession: 'Lærer',
			coordinator: mette,
			present: 'goesOn',
		},
		'team.takeBack',
		(id) => ({ id }),
	],
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

const over = { state: 'over' };
const saidSince = { state: 'refused', reason: 'outbox:refusal.saidSince' };

for (const [make, fields, undo, by, who] of undone) {
	test(`${make}, ${undo}, and the first again: no receipt for what is over`, async () => {
		const made = v7();
		const content = { ...fields, id: made };
		expect(await does(make, content, who, made)).toEqual({ id: made, state: 'sent' });
		expect(await does(make, content, who, made), 'as long as it holds').toMatchObject({ state: 'sent' });
		expect(await does(undo, by(made), who)).toMatchObject({ state: 'sent' });
		expect(await does(make, content, who, made)).toEqual({ ...over, id: made });
	});
}

test('an answer that waited takes the draft it grew from, and none that was begun since', async () => {
	const page = '/wellbeing/who5/answer';
	const begin = () => sent('parent', `${page}?/keep`, { question: '1', answer: '4' });
	const drop = () => sent('parent', `${page}?/drop`, {});
	const answers = { topic: 'who5', scale: '', answers: ['4', '4', '4', '4', '4'] };
	const rate = (id: string, daysAgo: number) =>
		deliver('wellbeing.rate', { id, ...answers }, 'parent', id, daysAgo);
	const stands = { type: 'redirect', location: '/wellbeing' };

	expect(await begin()).toMatchObject({ type: 'redirect' });
	expect(await rate(v7(), 5)).toMatchObject({ state: 'sent' });
	expect(await drop(), 'begun since').toMatchObject(stands);

	const now = v7();
	expect(await begin()).toMatchObject({ type: 'redirect' });
	expect(await rate(now, 0)).toMatchObject({ state: 'sent' });
	expect(await drop(), 'begun before').toMatchObject({ type: 'failure', status: 409 });

	expect(await begin()).toMatchObject({ type: 'redirect' });
	expect(await rate(now, 0), 'the same once more').toMatchObject({ state: 'sent' });
	expect(await drop(), 'begun since').toMatchObject(stands);
});

test('who says that they come, on a phone that does not know that the meeting was moved, is asked again', async () => {
	const says = (revision: string, answer = 'coming', daysAgo = 0) => {
		const content = { meeting, revision, person: people.coordinator, answer };
		return deliver('meetings.answer', content, 'coordinator', v7(), daysAgo);
	};
	expect(await says('0')).toMatchObject({ state: 'sent' });
	expect(await does('meetings.move', { id: meeting, drawnFrom: '0', ...june })).toMatchObject({
		state: 'sent',
	});
	expect(await says('0')).toMatchObject({ state: 'refused', reason: 'meetings:error.changedMeanwhile' });
	// Its time and its place.
	expect(await says('2')).toMatchObject({ state: 'sent' });
	expect(await says('2', 'not_coming', 2), 'said before').toMatchObject(saidSince);
	expect(await says('2', 'not_coming')).toMatchObject({ state: 'sent' });
});

/** What a phone says days after it was done, and what was done in between, by the other or by oneself. */
const goalPage = `/plan/${goal}`;
const place = '00000000-0000-7000-8030-000000000003';
const ours = { family, offer: place, about: '' };

test('what waited undoes nothing that was said since, and says so', async () => {
	const late = (name: string, content: Fields, daysAgo: number) =>
		deliver(name, content, 'parent', v7(), daysAgo);
	const offersAnswer = (state: string) => ({ id: v7(), ...ours, state });
	const page = `/offers/${place}`;
	expect(await late('offers.answer', offersAnswer('interested'), 3)).toMatchObject({ state: 'sent' });
	expect(await late('offers.answer', offersAnswer('signed_up'), 2), 'in the order it was done').toMatchObject(
		{
			state: 'sent',
		},
	);
	expect(await late('offers.answer', offersAnswer('not_for_us'), 2.5)).toMatchObject(saidSince);
	expect(
		await sent('parent', `${page}?/answer`, {
			...offersAnswer('started'),
			...(await drawnFrom(page, '?/answer"')),
		}),
	).toMatchObject({
		type: 'redirect',
	});
	for (const state of ['interested', 'not_for_us'])
		expect(await late('offers.answer', offersAnswer(state), 1), state).toMatchObject(saidSince);
	expect(await late('offers.answer', offersAnswer('started'), 1), 'nothing is undone').toMatchObject({
		state: 'sent',
	});

	expect(await late('plan.markDone', { id: goal }, 3)).toMatchObject({ state: 'sent' });
	expect(
		await sent('parent', `${goalPage}?/notDone`, { id: goal, ...(await drawnFrom(goalPage, '?/notDone')) }),
	).toMatchObject({ type: 'redirect' });
	expect(await late('plan.markDone', { id: goal }, 3)).toMatchObject(saidSince);
	expect(
		await sent('parent', `${goalPage}?/done`, { id: goal, ...(await drawnFrom(goalPage, '?/done')) }),
	).toMatchObject({ type: 'redirect' });
	expect(await late('plan.markNotDone', { id: goal }, 1)).toMatchObject(saidSince);
	expect(await late('plan.markNotDone', { id: goal }, 0)).toMatchObject({ state: 'sent' });
});

handedBack(here, ours);

const suggested = '00000000-0000-7000-8030-000000000010';
/** Each with all that may be another under the same id. */
const kept: [make: string, fields: Fields, changes: Fields[], who?: Persona][] = [
	['plan.agree', { family, meeting: '', present: jonas, asRead: '' }, [{ present: pia }]],
	[
		'plan.noteProgress',
		{ goal, family, note: 'Det går', score: '5' },
		[{ note: 'Det går ikke' }, { score: '6' }],
	],
	[
		'offers.suggest',
		{ family, offer: suggested, goal, about: '', reason: 'Det passer' },
		[{ reason: 'Det er tæt på' }, { goal: '' }, { about: people.child }, { offer: place }],
		'coordinator',
	],
];
for (const [make, fields, changes, who] of kept) {
	test(`${make}: once, and other content under its id is refused`, async () => {
		const made = { id: v7(), ...fields, ...(fields.asRead === '' && { asRead: await asRead() }) };
		const again = (content: Fields) => does(make, content, who, made.id);
		expect(await again(made)).toMatchObject({ state: 'sent' });
		expect(await again(made)).toMatchObject({ state: 'sent' });
		for (const change of changes) {
			const other = await again({ ...made, ...change });
			expect(other.state, JSON.stringify(change)).toBe('refused');
			expect(other.reason).toMatch(/:\w+\.madeAlready$/);
		}
	});
}

/** What makes something and is tried above, or as a form, under the names of commands. */
const tried = [
	...undone.map(([make]) => make),
	...kept.map(([make]) => make),
	// In forms.test.ts.
	'office.addPlace',
	'office.enrol',
];
/** What makes something and has an answer of its own when it comes again. */
const otherwise: Record<string, string> = {
	'invitation.inviteMember':
		'its link is shown once, so sent again it says so: tests/running/without-scripts/coming/invitations.ts',
	'invitation.inviteProfessional': 'as inviteMember',
	'offers.answer': 'another state under the same id is a change of mind: tests/database/rules/offers.test.ts',
	'team.takeOut': 'has words of its own for that: tests/running/parting.test.ts',
	'enrolment.enrolAgain': 'needs one that has ended: tests/policies/functions/enrol_again.test.ts',
};
test('whatever makes something under an id of its form is tried here, or says where', () => {
	const making = [...samples].filter(([, ways]) => ways.some(({ id }) => id === '@fresh'));
	expect(making.map(([name]) => name).sort()).toEqual([...new Set(tried), ...Object.keys(otherwise)].sort());
});
