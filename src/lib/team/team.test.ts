import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { history } from './history';
import { standing, withoutAnswers } from './standing';
import { AnswerChoice, ChooseCoordinator } from './commands.server';
import { chosenHousehold, isCurrent, type Choice, type TeamMember } from './team';

const now = new Date('2027-06-01T12:00:00Z');
const day = (date: string) => `2027-${date}T09:00:00+00:00`;

let made = 0;
function asked(name: string, on: string, rest: Partial<Choice> = {}): Choice {
	made += 1;
	return {
		id: `choice-${made}`,
		familyId: 'holm',
		professionalId: name,
		name,
		profession: 'Lærer',
		place: 'Egelund Skole',
		askedBy: 'Amira',
		askedAt: day(on),
		answer: null,
		message: null,
		answeredAt: null,
		endedAt: null,
		...rest,
	};
}
const saidYes = (name: string, on: string, until: string | null = null) =>
	asked(name, on, { answer: 'accepted', answeredAt: day(on), endedAt: until && day(until) });
const saidNo = (name: string, on: string) =>
	asked(name, on, { answer: 'declined', answeredAt: day(on), message: 'Tak. Jeg har ikke tid nok.' });

function teamWith(choices: Choice[], ...names: string[]): TeamMember[] {
	const current = choices.find(isCurrent);
	return names.map((name) => ({
		id: name,
		placeId: `place of ${name}`,
		familyId: 'holm',
		name,
		place: null,
		profession: 'Lærer',
		helpsWith: '',
		joinedAt: day('01-01'),
		coordinatorSince: current?.professionalId === name ? current.answeredAt : null,
	}));
}
const standingOf = (choices: Choice[], ...team: string[]) =>
	standing(choices, teamWith(choices, ...(team.length ? team : ['Mette', 'Jonas'])), now);

describe('how it stands', () => {
	test('nobody was ever asked', () => {
		expect(standingOf([])).toEqual({
			state: 'none',
			coordinator: null,
			role: null,
			question: null,
			accepted: null,
			declined: null,
		});
	});

	test('somebody is asked, nobody is coordinator', () => {
		const found = standingOf([asked('Jonas', '05-30')]);
		expect(found.state).toBe('asked');
		expect(found.question?.name).toBe('Jonas');
	});

	test('a yes', () => {
		const found = standingOf([saidYes('Mette', '03-01')]);
		expect(found.state).toBe('accepted');
		expect(found.coordinator?.name).toBe('Mette');
		expect(found.role?.professionalId).toBe('Mette');
	});

	test('another is asked while the coordinator goes on', () => {
		const found = standingOf([saidYes('Mette', '03-01'), asked('Jonas', '05-30')]);
		expect(found.state).toBe('askedWhileAccepted');
		expect([found.coordinator?.name, found.question?.name]).toEqual(['Mette', 'Jonas']);
	});

	test('the last one asked said no', () => {
		const found = standingOf([saidYes('Mette', '02-01', '03-01'), saidNo('Jonas', '03-02')]);
		expect(found.state).toBe('declinedLast');
		expect(found.declined?.name).toBe('Jonas');
		expect(found.coordinator).toBeNull();
	});

	test('a no is no longer the last word when another is asked or the question is taken back', () => {
		const no = saidNo('Jonas', '05-20');
		expect(standingOf([no, asked('Mette', '05-30')]).declined).toBeNull();
		expect(standingOf([no, asked('Mette', '05-30', { endedAt: day('05-31') })]).declined).toBeNull();
	});

	test('a no is told for 30 days beside a coordinator, and for ever where there is none', () => {
		const mette = saidYes('Mette', '02-01');
		expect(standingOf([mette, saidNo('Jonas', '05-02')]).state).toBe('accepted');
		expect(standingOf([mette, saidNo('Jonas', '05-03')]).state).toBe('declinedLast');
		expect(standingOf([saidNo('Jonas', '02-02')]).state).toBe('declinedLast');
	});

	test('a yes is news for 30 days', () => {
		expect(standingOf([saidYes('Mette', '05-03')]).accepted?.name).toBe('Mette');
		expect(standingOf([saidYes('Mette', '05-02')]).accepted).toBeNull();
	});

	test('those who do not choose are told who is coordinator, not what was answered', () => {
		const told = withoutAnswers(standingOf([saidYes('Mette', '05-20'), saidNo('Jonas', '05-25')]));
		expect(told).toMatchObject({ state: 'accepted', role: null, accepted: null, declined: null });
		expect(told.coordinator?.name).toBe('Mette');
	});

	test('who is ended or has left the team is not coordinator', () => {
		expect(standingOf([saidYes('Mette', '02-01', '03-01')]).state).toBe('none');
		expect(standingOf([saidYes('Mette', '02-01')], 'Jonas').state).toBe('none');
	});
});

describe('history', () => {
	test('newest first, with who, from when, until when and what was said', () => {
		const found = history([
			saidNo('Pia', '01-05'),
			saidYes('Mette', '01-10', '03-01'),
			asked('Yusuf', '02-01', { endedAt: day('02-02') }),
			saidYes('Jonas', '03-01'),
		]);
		expect(found.map(({ name, what, from, to }) => [name, what, from, to])).toEqual([
			['Jonas', 'coordinator', day('03-01'), null],
			['Yusuf', 'takenBack', day('02-02'), null],
			['Mette', 'coordinator', day('01-10'), day('03-01')],
			['Pia', 'declined', day('01-05'), null],
		]);
		expect(found.at(-1)?.message).toBe('Tak. Jeg har ikke tid nok.');
	});

	test('a question that waits is not history', () => {
		expect(history([asked('Jonas', '05-30')])).toEqual([]);
	});

	test('yes said anew is one line, whatever order it comes in', () => {
		const choices = [
			saidYes('Mette', '04-01'),
			saidYes('Mette', '02-01', '03-01'),
			saidYes('Mette', '03-01', '04-01'),
		];
		const expected = [expect.objectContaining({ from: day('02-01'), to: null, renewedAt: day('04-01') })];
		expect(history(choices)).toEqual(expected);
		expect(history([...choices].reverse())).toEqual(expected);
	});
});

test('the household a page is about is the one asked for, or the only one', () => {
	const [holm, bak] = [{ id: 'holm' }, { id: 'bak' }];
	expect(chosenHousehold([holm], null)).toBe(holm);
	expect(chosenHousehold([holm, bak], null)).toBeNull();
	expect(chosenHousehold([holm, bak], 'bak')).toBe(bak);
	expect(chosenHousehold([holm], 'bak')).toBeNull();
	expect(chosenHousehold([], null)).toBeNull();
});

describe('what is sent', () => {
	const ids = { id: '0197a000-0000-7000-8000-000000000001', family: '0197a000-0000-7000-8000-000000000002' };
	const professional = '0197a000-0000-7000-8000-000000000003';
	const place = '0197a000-0000-7000-8000-000000000004';

	test('the present coordinator goes on unless something else is said', () => {
		const asked = { ...ids, professional, place, profession: 'Lærer', coordinator: '' };
		expect(v.parse(ChooseCoordinator, asked).present).toBe('goesOn');
		expect(v.safeParse(ChooseCoordinator, { ...asked, present: 'fired' }).success).toBe(false);
		expect(v.safeParse(ChooseCoordinator, { ...asked, professional: 'Jonas' }).success).toBe(false);
		expect(v.safeParse(ChooseCoordinator, { ...asked, place: undefined }).success).toBe(false);
	});

	test('an answer is yes or no, with at most 1,000 characters', () => {
		const answer = { id: ids.id, answer: 'no', message: ' Desværre. ' };
		expect(v.parse(AnswerChoice, answer).message).toBe('Desværre.');
		expect(v.parse(AnswerChoice, { ...answer, message: '  ' }).message).toBeNull();
		expect(v.safeParse(AnswerChoice, { ...answer, answer: '' }).issues?.[0].message).toBe(
			'team:error.answerMissing',
		);
		expect(v.safeParse(AnswerChoice, { ...answer, message: 'a'.repeat(1001) }).success).toBe(false);
	});
});
