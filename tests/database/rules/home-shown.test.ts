/** When the other home of the child sees where a meeting is that is held in a home (S5): who opens it, until when. */
import { expect, on } from '../../policies/stage.ts';
import { called, come, place, theirAnswer, leaves } from './other-home.ts';

on('a home is shown to them for as long as they may have to go there', async (stage) => {
	await called(stage);
	const sees = async () => (await stage.as('other-parent', place)).length > 0;
	const answers = (answer: string) => stage.as('other-parent', come.replace(`'coming'`, answer));
	const cancels = (at: string) =>
		stage.as('parent', `update meeting set cancelled_at = ${at} where id = '@new'`);
	expect(await sees()).toBe(true);
	await answers(`'not_coming'`);
	expect(await sees()).toBe(false);
	await answers(`'coming'`);
	expect(await sees()).toBe(true);
	await cancels('now()');
	expect(await sees()).toBe(false);
	// Of the family and its team it is hidden from nobody.
	for (const who of ['parent', 'child', 'coordinator', 'job-adviser'] as const)
		expect(await stage.as(who, place), who).toHaveLength(1);
	await cancels('null');
	expect(await sees()).toBe(true);
	// What is no home they see as the other home, whatever they answer.
	await stage.as('parent', `update meeting_place set is_home = false where meeting_id = '@new'`);
	await answers(`'not_coming'`);
	expect(await sees()).toBe(true);
	await stage.as('parent', `update meeting_place set is_home = true where meeting_id = '@new'`);
	expect(await sees()).toBe(false);
	await answers('null');
	expect(await sees()).toBe(true);
	await stage.longAgo(`update meeting set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day',
		created_at = now() - interval '3 days' where id = '@new'`);
	expect(await sees()).toBe(false);
});

const moved = (words: string, time = '2 days') => `select move_meeting('@new', now() + interval '${time}',
	now() + interval '${time} 1 hour', (select revision from meeting where id = '@new'), place => ${words}, is_home => true)`;
const shows = `shows => array['@other-parent']::uuid[]`;

on(
	'only a parent of the family opens a home to them, and says so anew with each other place',
	async (stage) => {
		const sees = async () => (await stage.as('other-parent', place)).map(({ place }) => place);
		await called(stage, 'coordinator');
		expect(await sees()).toEqual([]);
		await stage.as('coordinator', moved(`'Birkevej 1', ${shows}`));
		expect(await sees()).toEqual([]);
		await stage.as('parent', moved(`'Birkevej 1', ${shows}`));
		expect(await sees()).toEqual(['Birkevej 1']);
		// A coordinator moves its time alone, and it stays shown; at another place it is not.
		await stage.as('coordinator', moved(`'Birkevej 1'`, '3 days'));
		expect(await sees()).toEqual(['Birkevej 1']);
		await stage.as('coordinator', moved(`'Hemmelig vej 7', ${shows}`, '3 days'));
		expect(await sees()).toEqual([]);
		await stage.as('parent', moved(`'Hemmelig vej 7'`, '4 days'));
		expect(await sees()).toEqual([]);
		await stage.as('parent', moved(`'Hemmelig vej 7', ${shows}`, '4 days'));
		expect(await sees()).toEqual(['Hemmelig vej 7']);
		await stage.as('parent', moved(`'Hemmelig vej 7'`, '4 days'));
		expect(await sees()).toEqual([]);
		// Nobody shows it to themselves, nor to who is asked from nowhere else.
		expect(await stage.refusal('other-parent', `update meeting_attendee set sees_home = true`)).toBe('42501');
		await stage.as('parent', moved(`'Hemmelig vej 7', shows => array['@coordinator']::uuid[]`, '4 days'));
		expect(await stage.owner(`select from meeting_attendee where meeting_id = '@new' and sees_home`)).toEqual(
			[],
		);
	},
);

on(
	'a parent who shows it, or takes it back, changes what a page from before was drawn from',
	async (stage) => {
		await called(stage, 'coordinator');
		const from = (
			drawnFrom: number,
			words = '',
		) => `select move_meeting('@new', m.starts_at, m.ends_at, ${drawnFrom},
		place => 'Birkevej 1', is_home => true ${words}) as said from meeting m where id = '@new'`;
		expect(await stage.as('parent', from(0, `, ${shows}`))).toEqual([{ said: 'home' }]);
		expect(await stage.rule('parent', from(0))).toBe('changed_since');
		expect(await stage.as('parent', from(1, `, ${shows}`))).toEqual([{ said: 'nothing' }]);
		expect(await stage.as('coordinator', from(1))).toEqual([{ said: 'nothing' }]);
		expect(await stage.as('parent', from(1))).toEqual([{ said: 'home' }]);
	},
);

on('a no closes it: being asked again, or coming back, opens it no more', async (stage) => {
	const sees = async () => (await stage.as('other-parent', place)).length > 0;
	await called(stage);
	await stage.as('other-parent', come.replace(`'coming'`, `'not_coming'`));
	await stage.as('coordinator', moved(`'Birkevej 1'`));
	expect(await theirAnswer(stage)).toBeNull();
	expect(await sees()).toBe(false);
	await stage.as('parent', moved(`'Birkevej 1', ${shows}`, '3 days'));
	expect(await sees()).toBe(true);
	// They come into the family and are put out of it, and the family meets somewhere else.
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@father in family', '@family', '@other-parent', 'parent')`);
	await stage.owner(leaves('father in family'));
	expect(await sees()).toBe(false);
	await stage.as('parent', moved(`'Nyt sted 5'`, '4 days'));
	expect(await sees()).toBe(false);
});

on('a guest from no other home still finds what is cancelled', async (stage) => {
	await stage.as('guest', `update meeting_attendee set answer = 'not_coming' where person_id = '@me'`);
	await stage.as('parent', `update meeting set cancelled_at = now() where id = '@meeting with a guest'`);
	expect(
		await stage.as('guest', `select place from meeting_place where meeting_id = '@meeting with a guest'`),
	).toHaveLength(1);
});
