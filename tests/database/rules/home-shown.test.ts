/**
 * When the other home of the child sees where a meeting is that is held in a home (S5): who opens it, until when. That it
 * is open stands only while it is: what closes it, closes it for good.
 */
import { expect, on, type Stage } from '../../policies/stage.ts';
import { called, come, place, leaves, propose } from './other-home.ts';

const sees = async (stage: Stage) => (await stage.as('other-parent', place)).length > 0;
const stands = (stage: Stage) => stage.owner(`select from meeting_attendee where sees_home`);
const answers = (stage: Stage, answer: string) => stage.as('other-parent', come.replace(`'coming'`, answer));
const cancelled = (at: string) => `update meeting set cancelled_at = ${at} where id = '@new'`;
const them = `array['@other-parent']::uuid[]`;
const shows = `shows => ${them}`;
/** As it was drawn while it was shown to them. */
const drawn = `drawn_shows => ${them}`;
const moved = (words: string, time = '2 days') => `select move_meeting('@new', now() + interval '${time}',
	now() + interval '${time} 1 hour', (select revision from meeting where id = '@new'), place => ${words})`;
/** At the time at which it is. */
const said = (words: string, drawnFrom = `m.revision`) => `select move_meeting('@new', m.starts_at, m.ends_at,
	${drawnFrom}, place => ${words}) as said from meeting m where id = '@new'`;
const home = (rest = '') => `'Birkevej 1', is_home => true${rest && `, ${rest}`}`;

on('a home is shown to them until it is over', async (stage) => {
	await called(stage);
	expect(await sees(stage)).toBe(true);
	await answers(stage, `'coming'`);
	await answers(stage, 'null');
	expect(await sees(stage)).toBe(true);
	await stage.longAgo(`update meeting set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day',
		created_at = now() - interval '3 days' where id = '@new'`);
	expect(await sees(stage)).toBe(false);
	// Nor does a parent open or close it any more, and it is the meeting that was.
	await stage.as('parent', `select private.show_home('@new', '{}')`);
	expect(await stands(stage)).toHaveLength(1);
});

/** What closes it, and what somebody may do afterwards who is no parent of the family. */
const closes: Record<
	string,
	[Close: (stage: Stage) => Promise<unknown>, then: (stage: Stage) => Promise<unknown>]
> = {
	'they say no': [(stage) => answers(stage, `'not_coming'`), (stage) => answers(stage, `'coming'`)],
	'they say no, and are asked again': [
		(stage) => answers(stage, `'not_coming'`),
		(stage) => stage.as('coordinator', moved(home())),
	],
	'it is cancelled': [
		(stage) => stage.as('parent', cancelled('now()')),
		(stage) => stage.as('coordinator', cancelled('null')),
	],
	'the coordinator holds it somewhere else': [
		(stage) => stage.as('coordinator', moved(`'Hemmelig vej 7', is_home => true`)),
		(stage) => answers(stage, `'coming'`),
	],
	'a parent says somewhere else directly': [
		(stage) =>
			stage.as('parent', `update meeting_place set place = 'Hemmelig vej 7' where meeting_id = '@new'`),
		(stage) => answers(stage, `'coming'`),
	],
	'a parent takes the mark off': [
		(stage) => stage.as('parent', `update meeting_place set is_home = false where meeting_id = '@new'`),
		(stage) => stage.as('coordinator', `update meeting_place set is_home = true where meeting_id = '@new'`),
	],
	'they leave that home, and come back': [
		(stage) => stage.owner(leaves('other parent in other home')),
		(stage) =>
			stage.owner(`insert into member (id, family_id, person_id, role)
				values ('@father again', '@other home', '@other-parent', 'parent')`),
	],
	'the child leaves the family that asks, and comes back': [
		(stage) => stage.owner(leaves('child in family')),
		(stage) =>
			stage.owner(`insert into member (id, family_id, person_id, role)
				values ('@child again', '@family', '@child', 'child')`),
	],
	'the child leaves that home, and comes back': [
		(stage) => stage.owner(leaves('child in other home')),
		(stage) =>
			stage.owner(`insert into member (id, family_id, person_id, role)
				values ('@child again', '@other home', '@child', 'child')`),
	],
};
for (const [what, [close, then]] of Object.entries(closes)) {
	on(`${what}: it is closed, and opens by a parent of the family alone`, async (stage) => {
		await called(stage);
		expect(await sees(stage)).toBe(true);
		await close(stage);
		expect(await stands(stage)).toEqual([]);
		await then(stage);
		expect(await stands(stage)).toEqual([]);
		expect(await sees(stage)).toBe(false);
		// Of the family and its team it is hidden from nobody.
		for (const who of ['parent', 'child', 'coordinator', 'job-adviser'] as const)
			expect(await stage.as(who, place), who).toHaveLength(1);
		await stage.as('parent', moved(home(shows), '5 days'));
		expect(await sees(stage)).toBe(true);
	});
}

on('a form from before a no, or from before they left, opens nothing', async (stage) => {
	await called(stage);
	const old = moved(home(`${shows}, ${drawn}`), '3 days');
	const gone = [
		() => answers(stage, `'not_coming'`),
		() => stage.owner(leaves('other parent in other home')),
	];
	for (const goes of gone)
		await stage.takenBack(async () => {
			await goes();
			expect(await stage.rule('parent', old)).toBe('changed_since');
			// Nor what says that it was drawn since.
			await stage.as('parent', moved(home(shows), '3 days'));
			expect(await stands(stage)).toEqual([]);
		});
	// Nobody comes back to it.
	await gone[1]!();
	await stage.as('parent', moved(home(shows), '3 days'));
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@father again', '@other home', '@other-parent', 'parent')`);
	expect(await sees(stage)).toBe(false);
});

on('asked to what is no home, they are shown none', async (stage) => {
	await stage.as(
		'parent',
		propose(['parent', 'other-parent']).replace(
			`place => 'Birkevej 1', is_home => true`,
			`place => 'Biblioteket'`,
		),
	);
	expect(await stands(stage)).toEqual([]);
	// Nor by saying who would see it, if it were one.
	expect(await stage.as('parent', said(`'Biblioteket', ${shows}`))).toEqual([{ said: 'nothing' }]);
	await stage.as('parent', moved(home()));
	expect(await sees(stage)).toBe(false);
	await stage.as('parent', moved(home(shows), '3 days'));
	expect(await sees(stage)).toBe(true);
});

on('what is not ticked after a no is off for good', async (stage) => {
	await called(stage);
	await answers(stage, `'not_coming'`);
	expect(await stage.as('parent', said(home()))).toEqual([{ said: 'nothing' }]);
	await answers(stage, `'coming'`);
	expect(await sees(stage)).toBe(false);
});

on('only a parent of the family opens a home to them', async (stage) => {
	await called(stage, 'coordinator');
	expect(await sees(stage)).toBe(false);
	await stage.as('coordinator', moved(home(shows)));
	expect(await sees(stage)).toBe(false);
	await stage.as('parent', moved(home(shows)));
	expect(await sees(stage)).toBe(true);
	// A coordinator moves its time alone, and it stays shown.
	await stage.as('coordinator', moved(home(), '3 days'));
	expect(await sees(stage)).toBe(true);
	await stage.as('parent', moved(home(drawn), '3 days'));
	expect(await sees(stage)).toBe(false);
	// Nobody shows it to themselves, nor to who is asked from nowhere else.
	expect(await stage.refusal('other-parent', `update meeting_attendee set sees_home = true`)).toBe('42501');
	await stage.as('parent', moved(home(`shows => array['@coordinator']::uuid[]`), '4 days'));
	expect(await stands(stage)).toEqual([]);
});

on(
	'a parent who shows it, or takes it back, changes what a page from before was drawn from',
	async (stage) => {
		await called(stage, 'coordinator');
		const from = (drawnFrom: number, rest = '') => said(home(rest), `${drawnFrom}`);
		expect(await stage.as('parent', from(0, shows))).toEqual([{ said: 'home' }]);
		expect(await stage.rule('parent', from(0))).toBe('changed_since');
		expect(await stage.as('parent', from(1, `${shows}, ${drawn}`))).toEqual([{ said: 'nothing' }]);
		expect(await stage.as('coordinator', from(1))).toEqual([{ said: 'nothing' }]);
		expect(await stage.as('parent', from(1, drawn))).toEqual([{ said: 'home' }]);
	},
);

on('who comes into the family and leaves it sees it no more', async (stage) => {
	await called(stage);
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@father in family', '@family', '@other-parent', 'parent')`);
	await stage.owner(leaves('father in family'));
	expect(await sees(stage)).toBe(false);
	await stage.as('parent', moved(`'Nyt sted 5', is_home => true`, '4 days'));
	expect(await sees(stage)).toBe(false);
});

on('a guest from no other home still finds what is cancelled', async (stage) => {
	await stage.as('guest', `update meeting_attendee set answer = 'not_coming' where person_id = '@me'`);
	await stage.as('parent', `update meeting set cancelled_at = now() where id = '@meeting with a guest'`);
	expect(
		await stage.as('guest', `select place from meeting_place where meeting_id = '@meeting with a guest'`),
	).toHaveLength(1);
});
