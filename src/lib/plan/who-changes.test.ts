import { describe, expect, test } from 'vitest';
import { seat } from './sample';
import { mayChange } from './plan';

describe('who changes a goal', () => {
	const members = [
		seat('amira', 'parent', 'adult'),
		seat('karim', 'parent', 'adult'),
		seat('gerda', 'relative', 'adult'),
		seat('yasmin', 'child', 'adult'),
		seat('emil', 'child', 'young_person'),
		{ ...seat('jesper', 'parent', 'adult'), familyId: 'bak' },
	];
	const whose = (aboutId: string | null) =>
		members.map(({ id }) => id).filter((me) => mayChange(me, { familyId: 'holm', aboutId }, members));

	test.each([
		['the whole family', null, ['amira', 'karim']],
		['a child', 'emil', ['amira', 'karim', 'emil']],
		['a parent', 'amira', ['amira']],
		['a relative', 'gerda', ['gerda']],
		['a child of 18', 'yasmin', ['yasmin']],
		['somebody who has left', 'finn', ['amira', 'karim']],
		['somebody of another family', 'jesper', ['amira', 'karim']],
	])('about %s', (_, about, who) => {
		expect(whose(about)).toEqual(who);
	});
});
