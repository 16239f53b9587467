/** Two leave a family, are put out or taken out of it at the same moment, or write in it: children keep an adult, and nothing is written from outside. */
import { describe, expect, test } from 'vitest';
import { engines } from './engines.ts';
import { twoAtOnce } from './two-at-once.ts';
import { takeOut } from '../policies/functions/take-out/taking.ts';
import { withIds } from '../policies/labels.ts';

type Press = [string, string];
const mona: Press = ['parent', `select leave_family('@parent in family')`];
const gerda: Press = ['grandmother', `select leave_family('@grandmother in family')`];
const takes = (name: string, role = 'parent', family = 'family'): Press => [
	'project-lead',
	takeOut(name, role, 'decided', family),
];
/** Of two parents, who goes how; the later of them is kept, or has nothing to say there any more. */
const both: Record<string, [Press, Press, string?]> = {
	'two parents leave': [mona, gerda],
	'one leaves, the other is taken out': [mona, takes('Gerda')],
	'one is taken out, the other leaves': [takes('Gerda'), mona],
	'two are taken out': [takes('Gerda'), takes('Mona')],
	'one leaves while they put the other out': [
		mona,
		['parent', `select put_out('@grandmother in family')`],
		'42501',
	],
	'one puts the other out, and leaves': [['parent', `select put_out('@grandmother in family')`], mona],
};

describe.runIf(engines.includes('postgres'))('at the same moment', () => {
	const { two, together, crossing, rows } = twoAtOnce({ anew: true });
	const write = (sql: string) => two.watcher.exec(withIds(sql));
	const adults = () =>
		rows(`select count(*)::int from member
			where family_id = '@family' and left_at is null and role = 'parent'`);
	const monaWasFirst = () =>
		write(`set session_replication_role = replica;
			update member set joined_at = joined_at - interval '1 day' where id = '@parent in family';
			reset session_replication_role`);

	test.each(Object.entries(both))('%s: one stays with the children', async (_, [first, second, refused]) => {
		await monaWasFirst();
		expect(await together(first, second)).toEqual([null, refused ?? 'family_keeps_an_adult']);
		expect(await adults()).toEqual([{ count: 1 }]);
	});

	test.each(Object.entries(both))(
		'%s: neither waits for the other for ever',
		async (_, [first, second, refused]) => {
			await monaWasFirst();
			const how = await crossing('update on member', first, second);
			expect(how.filter(Boolean)).toEqual([refused ?? 'family_keeps_an_adult']);
			expect(await adults()).toEqual([{ count: 1 }]);
		},
	);

	test.each([
		['somebody leaves who is taken out', gerda, takes('Gerda'), 'somebody_is_called_that'],
		['somebody is taken out who leaves', takes('Gerda'), gerda, null],
		['two of the office take the same one out', takes('Gerda'), takes('Gerda'), null],
	] as const)('%s: once', async (_, first, second, how) => {
		expect(await together([...first], [...second])).toEqual([null, how]);
		expect(
			await rows(`select id from family_event where kind = 'left' and person_id = '@grandmother'`),
		).toHaveLength(1);
	});

	const newcomer = () =>
		write(`insert into person (id, name) values ('@newcomer', 'Nora');
			insert into member (id, family_id, person_id, role) values ('@newcomer in family', '@family', '@newcomer', 'relative')`);

	const writes: Record<string, Press> = {
		'agrees the plan': [
			'grandmother',
			`select agree_plan('@new version', '@family', '{}', plan_as_read('@family'))`,
		],
		'says yes to the plan': ['grandmother', `select say_yes_to_plan('@version of the family')`],
		'says yes to an invitation': ['grandmother', `select agree_to_invitation('@invitation of an aunt')`],
		'shares answers': [
			'grandmother',
			`insert into share (id, owner_id, topic, professional_id, valid_until)
				values ('@shared late', '@grandmother', 'ladder', '@teacher', private.today() + 9)`,
		],
		'puts somebody out': ['grandmother', `select put_out('@newcomer in family')`],
	};
	for (const [what, writing] of Object.entries(writes)) {
		test(`who is being taken out ${what}: it is not, or ends with their place`, async () => {
			await newcomer();
			await write(
				`update invitation set agreed_at = null, agreed_by = null where id = '@invitation of an aunt'`,
			);
			const [, refused] = await crossing('update on member', takes('Gerda'), writing);
			expect(refused).not.toBe('40P01');
			expect(
				await rows(`select 1 from share where id = '@shared late' and withdrawn_at is null
					union all select 1 from invitation i where id = '@invitation of an aunt' and private.family_vouches(i)`),
			).toEqual([]);
		});
	}

	test.each([
		['taken out of both its homes', takes('Carl', 'child'), takes('Carl', 'child', 'other home')],
		[
			'taken out of one and put out of the other',
			takes('Carl', 'child', 'other home'),
			['parent', `select put_out('@child in family')`],
		],
	] as [string, Press, Press][])('a child is %s: it keeps one', async (_, first, second) => {
		await monaWasFirst();
		expect(await together(first, second)).toEqual([null, 'child_keeps_a_home']);
		expect(
			await rows(`select family_id from member where person_id = '@child' and left_at is null`),
		).toHaveLength(1);
	});

	test.each([
		['puts somebody out', `select put_out('@newcomer in family')`],
		['says no to a professional', `select send_away('@teacher in team')`],
	])('who %s while they are put out says nothing more for the family', async (_, saying) => {
		await monaWasFirst();
		await newcomer();
		expect(
			await together(['parent', `select put_out('@grandmother in family')`], ['grandmother', saying]),
		).toEqual([null, '42501']);
		expect(
			await rows(`select id from member where id = '@newcomer in family' and left_at is null
				union all select id from team_member where id = '@teacher in team' and left_at is null`),
		).toHaveLength(2);
	});

	const corrects = (name: string, role: string, age: number): Press => [
		'project-lead',
		`select correct_birth('@family', '${name}', '${role}', (private.today() - interval '${age} years')::date)`,
	];
	test('whose date makes them 17 while they leave does not leave alone', async () => {
		await write(`update birth set born_on = '2000-01-01' where person_id = '@young-person'`);
		expect(
			await together(corrects('Yasmin', 'child', 17), [
				'young-person',
				`select leave_family('@young person in family')`,
			]),
		).toEqual([null, 'adult_leaves_alone']);
	});

	test('the date of who has just left is corrected in no family', async () => {
		expect(await together(gerda, corrects('Gerda', 'parent', 60))).toEqual([null, 'somebody_is_called_that']);
		expect(await rows(`select born_on from birth where person_id = '@grandmother'`)).toEqual([]);
	});

	test('the lead stops leading: takes nobody out any more', async () => {
		await write(`insert into job (id, person_id, organisation_id, municipality_id, profession, is_project_lead)
			values ('@job of another lead', '@guest', '@school', '@municipality', 'Leder', true)`);
		expect(
			await together(['project-lead', `select end_job('@job of project-lead')`], takes('Gerda')),
		).toEqual([null, '42501']);
	});

	test('an enrolment ends while somebody leaves', async () => {
		expect(
			await crossing('update on member', gerda, [
				'project-lead',
				`select end_enrolment('@enrolment', private.today())`,
			]),
		).toEqual([null, null]);
	});
});
