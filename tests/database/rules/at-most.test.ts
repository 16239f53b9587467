/** How many there are at most of what is read whole. */
import { expect, on } from '../../policies/stage.ts';

const some = (many: number) => `from generate_series(1, ${many})`;
/** By the rule: so many rows of long ago, and one more now. `others`: rows that do not count. */
const kept: Record<string, { most: number; rows: (many: number) => string; one: string; others?: string }> = {
	family_at_most_150: {
		most: 150,
		rows: (many) => `delete from member where family_id = '@strangers';
			insert into member (id, family_id, person_id, role, left_at)
			select gen_random_uuid(), '@strangers', gen_random_uuid(), 'relative', now() ${some(many)}`,
		one: `insert into member (id, family_id, person_id, role) values ('@new', '@strangers', '@guest', 'relative')`,
	},
	families_at_most_six: {
		most: 6,
		rows: (many) => `delete from member where person_id = '@guest';
			insert into member (id, family_id, person_id, role)
			select gen_random_uuid(), gen_random_uuid(), '@guest', 'relative' ${some(many)}`,
		one: `insert into member (id, family_id, person_id, role) values ('@new', '@strangers', '@guest', 'relative')`,
		others: `insert into member (id, family_id, person_id, role, joined_at, left_at)
			values (gen_random_uuid(), '@other home', '@guest', 'relative', now() - interval '1 day', now())`,
	},
	team_at_most_forty: {
		most: 40,
		rows: (many) => `delete from team_member where family_id = '@strangers';
			insert into team_member (id, family_id, professional_id, job_id)
			select gen_random_uuid(), '@strangers', gen_random_uuid(), gen_random_uuid() ${some(many)}`,
		one: `insert into team_member (id, family_id, professional_id, job_id)
			values ('@new', '@strangers', '@teacher', '@job of teacher')`,
		others: `insert into team_member (id, family_id, professional_id, job_id, joined_at, left_at, profession, place)
			values (gen_random_uuid(), '@strangers', '@teacher', '@job of teacher', now(), now(), 'Lærer', 'Skole')`,
	},
	jobs_at_most_twenty: {
		most: 20,
		rows: (many) => `delete from job where person_id = '@guest';
			insert into job (id, person_id, organisation_id, municipality_id, profession)
			select gen_random_uuid(), '@guest', gen_random_uuid(), '@municipality', 'Lærer' ${some(many)}`,
		one: `insert into job (id, person_id, organisation_id, municipality_id, profession)
			select '@new', '@guest', id, municipality_id, 'Lærer' from organisation where municipality_id = '@municipality' limit 1`,
		others: `insert into job (id, person_id, organisation_id, municipality_id, profession, started_at, left_at)
			values (gen_random_uuid(), '@guest', gen_random_uuid(), '@municipality', 'Lærer', now(), now())`,
	},
	plan_at_most_600: {
		most: 600,
		rows: (many) => `delete from goal where family_id = '@family';
			insert into goal (id, family_id, plan_id, title, done_at)
			select gen_random_uuid(), '@family', gen_random_uuid(), 'Ord', case when n % 2 = 0 then now() end
			from generate_series(1, ${many}) n`,
		one: `insert into goal (id, family_id, title) values ('@new', '@family', 'Ord')`,
		// What was taken off, and what stands under it.
		others: `insert into goal (id, family_id, plan_id, title, removed_at)
				values ('@goal off', '@family', gen_random_uuid(), 'Ord', now());
			insert into goal (id, family_id, plan_id, parent_id, level, title) values
				('@step off', '@family', gen_random_uuid(), '@goal off', 2, 'Ord'),
				(gen_random_uuid(), '@family', gen_random_uuid(), '@step off', 3, 'Ord')`,
	},
	goals_about_one_at_most_300: {
		most: 300,
		rows: (many) => `delete from goal where family_id = '@family';
			insert into goal (id, family_id, plan_id, about_id, title, done_at)
			select gen_random_uuid(), '@family', gen_random_uuid(), '@child', 'Ord', case when n % 2 = 0 then now() end
			from generate_series(1, ${many}) n`,
		one: `insert into goal (id, family_id, about_id, title) values ('@new', '@family', '@child', 'Ord')`,
		// What is off the plan, what is about all or others, and what the other home has written.
		others: `insert into goal (id, family_id, plan_id, about_id, title, removed_at)
				values ('@goal off', '@family', gen_random_uuid(), '@child', 'Ord', now());
			insert into goal (id, family_id, plan_id, about_id, parent_id, level, title) values
				('@step off', '@family', gen_random_uuid(), '@child', '@goal off', 2, 'Ord');
			insert into goal (id, family_id, plan_id, about_id, title)
				select gen_random_uuid(), '@family', gen_random_uuid(), about, 'Ord'
				from unnest(array[null, '@parent']::uuid[]) about, generate_series(1, 100);
			insert into goal (id, family_id, plan_id, about_id, title)
				select gen_random_uuid(), '@other home', gen_random_uuid(), '@child', 'Ord' from generate_series(1, 300)`,
	},
	enrolments_at_most_a_hundred: {
		most: 100,
		rows: (many) => `delete from enrolment where family_id = '@strangers';
			insert into enrolment (id, family_id, municipality_id, visited_on, ended_on)
			select gen_random_uuid(), '@strangers', '@municipality', '2020-01-01', '2020-01-02' ${some(many)}`,
		one: `insert into enrolment (id, family_id, municipality_id, visited_on)
			values ('@new', '@strangers', '@municipality', private.today())`,
	},
	tiers_at_most_a_hundred: {
		most: 100,
		rows: (
			many,
		) => `delete from enrolment where family_id = '@strangers' or id = '@enrolment'; delete from enrolment_tier;
			insert into enrolment (id, family_id, municipality_id, visited_on)
			values ('@enrolment', '@strangers', '@municipality', '2020-01-01');
			insert into enrolment_tier (enrolment_id, family_id, tier, from_on)
			select '@enrolment', '@strangers', 'stabilising', '2020-01-01'::date + n from generate_series(1, ${many}) n`,
		one: `insert into enrolment_tier (enrolment_id, family_id, tier, from_on)
			values ('@enrolment', '@strangers', 'preventive', private.today())`,
	},
};

for (const [rule, { most, rows, one, others }] of Object.entries(kept)) {
	on(`${rule}: one more is refused, the last of them is not`, async ({ longAgo, owner, takenBack }) => {
		const refusal = () =>
			takenBack(() =>
				owner(one).then(
					() => null,
					(error: { constraint?: string; constraint_name?: string }) =>
						error.constraint ?? error.constraint_name,
				),
			);
		for (const sql of rows(most - 1).split(';')) await longAgo(sql);
		for (const sql of others?.split(';') ?? []) await longAgo(sql);
		expect(await refusal()).toBeNull();
		for (const sql of rows(most).split(';')) await longAgo(sql);
		expect(await refusal()).toBe(rule);
	});
}

on('one person leaves the others room in the plan', async (stage) => {
	await stage.owner(`insert into goal (id, family_id, about_id, title)
		select gen_random_uuid(), '@family', '@young-person', 'Ord' from generate_series(1, 290)`);
	const goal = (who: string, about: string) => `insert into goal (id, family_id, about_id, title, created_by)
		select gen_random_uuid(), '@family', ${about}, 'Ord', '@${who}' from generate_series(1, 20)`;
	expect(await stage.rule('young-person', goal('young-person', `'@young-person'::uuid`))).toBe(
		'goals_about_one_at_most_300',
	);
	expect(await stage.rule('parent', goal('parent', 'null::uuid'))).toBeNull();
});

on('a goal put back comes with its steps, and there is room for all of them or none', async (stage) => {
	const { rows, others } = kept.plan_at_most_600!;
	const back = `update goal set removed_at = null where id = '@goal off'`;
	for (const sql of [...rows(597).split(';'), ...others!.split(';')]) await stage.longAgo(sql);
	await stage.longAgo(`update goal set plan_id = p.id from plan p where p.family_id = goal.family_id`);
	expect(await stage.rule('parent', back)).toBeNull();
	await stage.longAgo(`insert into goal (id, family_id, plan_id, title)
		values (gen_random_uuid(), '@family', gen_random_uuid(), 'Ord')`);
	expect(await stage.rule('parent', back)).toBe('plan_at_most_600');
});
