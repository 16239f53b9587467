/** Somebody presses at the moment in which a family's part in the project ends: what is called, asked and written yet. */
import { describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import { twoAtOnce } from './two-at-once.ts';

describe.runIf(engines.includes('postgres'))('at the same moment', () => {
	const { together, rows } = twoAtOnce({ anew: true });
	type Press = [string, string];

	const ends: Press = ['project-lead', `select end_enrolment('@enrolment', private.today())`];
	const calls: Press = [
		'parent',
		`select propose_meeting('@late meeting', '@family', 'other', 'Kaffe', now() + interval '3 days',
			now() + interval '73 hours', array['@teacher', '@coordinator']::uuid[], array['', ''], place => 'Her')`,
	];
	const invites = (who: string): Press => [
		who,
		`select invite_member('@late invitation', '@family', 'Tante Anna', 'relative', repeat('ef', 32))`,
	];

	test('the family takes part no more, and a meeting is called: none is', async () => {
		expect(await together(ends, calls)).toEqual([null, 'family_takes_part']);
	});
	test('a meeting is called, and the family takes part no more: it is cancelled', async () => {
		expect(await together(calls, ends)).toEqual([null, null]);
		expect(await rows(`select cancelled_at is null as held from meeting where id = '@late meeting'`)).toEqual(
			[{ held: false }],
		);
	});

	test.each(['project-lead', 'coordinator'])(
		'the family takes part no more, and the %s invites: nobody is invited',
		async (who) => {
			const refused = await together(ends, invites(who));
			expect(refused).toEqual([null, who === 'coordinator' ? '42501' : 'family_takes_part']);
		},
	);
	test.each(['project-lead', 'coordinator'])(
		'the %s invites, and the family takes part no more: the invitation ends',
		async (who) => {
			expect(await together(invites(who), ends)).toEqual([null, null]);
			expect(
				await rows(`select revoked_at is null as open from invitation where id = '@late invitation'`),
			).toEqual([{ open: false }]);
		},
	);

	const writes: Record<string, [rule: string, sql: string]> = {
		'changes a goal': ['plan_is_open', `update goal set title = 'For sent' where id = '@goal of the family'`],
		'sets a goal': [
			'goal_stands_in_a_plan',
			`insert into goal (id, family_id, title, created_by) values ('@late goal', '@family', 'For sent', '@parent')`,
		],
		'notes how it goes': [
			'plan_is_open',
			`insert into goal_progress (id, goal_id, family_id, noted_by, note)
				values ('@late note', '@goal of the family', '@family', '@parent', 'For sent')`,
		],
		'answers a suggestion': [
			'plan_is_open',
			`update family_offer set state = 'started' where id = '@offer suggested'`,
		],
		'finds an offer': [
			'plan_is_open',
			`insert into family_offer (id, family_id, offer_id, about_id, suggested_by, state)
				values ('@late', '@family', '@second offer', '@parent', '@parent', 'interested')`,
		],
		'moves a goal': ['plan_is_open', `select move_goal('@goal about the parent', true)`],
		'agrees the plan': [
			'plan_is_open',
			`select agree_plan('@late version', '@family', '{}', plan_as_read('@family'))`,
		],
	};
	test.each(Object.entries(writes))(
		'the family takes part no more, and a parent %s: the plan stays as it is',
		async (_, [rule, sql]) => {
			expect(await together(ends, ['parent', sql])).toEqual([null, rule]);
		},
	);
	test.each(Object.entries(writes))(
		'a parent %s, and the family takes part no more: both',
		async (_, [, sql]) => {
			expect(await together(['parent', sql], ends)).toEqual([null, null]);
		},
	);
});
