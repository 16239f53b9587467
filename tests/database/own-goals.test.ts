/** Whose a goal is follows from who belongs to the family today, and as what: a birthday, a place that ends, one that begins anew. */
import { actorNames, type ActorName } from '../policies/actors.ts';
import { expect, idOf, on, type Stage } from '../policies/stage.ts';

const edit = (goal: string) => `update goal set title = 'Andre ord' where id = '@${goal}' returning id`;
const step = (goal: string) => `insert into goal (id, family_id, parent_id, title, created_by)
	values ('@new', '@family', '@${goal}', 'Et skridt', '@me')`;
const move = (goal: string) => `select move_goal('@${goal}', false)`;

const mayEdit = ({ as, takenBack }: Stage, who: 'parent' | 'young-person', goal: string) =>
	takenBack(async () => (await as(who, edit(goal))).length > 0);

const isNow = ({ owner }: Stage, years: number) =>
	owner(
		`update birth set born_on = private.today() - make_interval(years => ${years}) where person_id = '@young-person'`,
	);

on('what a young person set with a parent is theirs alone from the day they are 18', async (stage) => {
	await stage.owner(`insert into goal (id, family_id, parent_id, title, created_by) values
		('@own step 1', '@family', '@goal about the young person', 'Et skridt', '@young-person'),
		('@own step 2', '@family', '@goal about the young person', 'Et til', '@young-person')`);
	await isNow(stage, 17);
	expect(await mayEdit(stage, 'parent', 'goal about the young person')).toBe(true);
	expect(await stage.refusal('parent', step('goal about the young person'))).toBeNull();
	expect(await stage.refusal('parent', move('own step 1'))).toBeNull();

	await isNow(stage, 18);
	expect(await mayEdit(stage, 'parent', 'goal about the young person')).toBe(false);
	expect(await stage.refusal('parent', step('goal about the young person'))).toBe('42501');
	expect(await stage.refusal('parent', move('own step 1'))).toBe('42501');
	expect(await mayEdit(stage, 'young-person', 'goal about the young person')).toBe(true);
	expect(await stage.refusal('young-person', step('goal about the young person'))).toBeNull();
	expect(await stage.refusal('young-person', move('own step 1'))).toBeNull();
	// In the line of the household's goals it has its place, as every other.
	expect(await stage.refusal('parent', `select move_goal('@goal about the young person', true)`)).toBeNull();
});

on("what somebody leaves behind is the parents' to take off, until they are there again", async (stage) => {
	expect(await mayEdit(stage, 'parent', 'goal about the grandmother')).toBe(false);
	await stage.owner(`update member set left_at = now() where id = '@grandmother in family'`);
	expect(await mayEdit(stage, 'parent', 'goal about the grandmother')).toBe(true);
	expect(await mayEdit(stage, 'young-person', 'goal about the grandmother')).toBe(false);
	expect(await stage.allowed(move('step about the grandmother'))).toEqual(['parent']);
	// Nothing new is set about somebody who is not there.
	expect(await stage.refusal('parent', step('goal about the grandmother'))).toBe('42501');
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@grandmother again', '@family', '@grandmother', 'relative')`);
	expect(await mayEdit(stage, 'parent', 'goal about the grandmother')).toBe(false);
});

on('a parent who has left changes nothing of what they left behind', async (stage) => {
	await stage.owner(`update member set left_at = now() where id = '@parent in family'`);
	expect(await mayEdit(stage, 'parent', 'goal about the parent')).toBe(false);
	expect(await mayEdit(stage, 'parent', 'goal left behind')).toBe(false);
});

on('who belongs to another household of the same parent is still gone from this one', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@parent there too', '@strangers', '@parent', 'parent'), ('@partner there', '@strangers', '@former-partner', 'relative')`);
	expect(await mayEdit(stage, 'parent', 'goal left behind')).toBe(true);
});

const off = (goal: string) => `update goal set removed_at = now() where id = '@${goal}' returning id`;
const back = (goal: string, words = '') =>
	`update goal set removed_at = null${words} where id = '@${goal}' returning id`;
const leaves = (member: string) => `update member set left_at = now() where id = '@${member}'`;
/** Everybody whose statement changes something. */
async function whoCan({ as, takenBack }: Stage, sql: string): Promise<ActorName[]> {
	const can: ActorName[] = [];
	for (const who of actorNames) {
		const works = await takenBack(() =>
			as(who, sql).then(
				(rows) => rows.length > 0,
				() => false,
			),
		);
		if (works) can.push(who);
	}
	return can;
}

on('who took a goal off is who asked, and nobody when it is back', async ({ as, owner, longAgo, answer }) => {
	const by = async () =>
		(await owner(`select removed_by from goal where id = '@goal about the young person'`))[0]?.removed_by;
	const goal = 'goal about the young person';
	await as('parent', off(goal));
	expect(await by()).toBe(idOf('parent'));
	await as('young-person', off(goal));
	expect(await by(), 'it was off already').toBe(idOf('parent'));
	await as('young-person', back(goal));
	expect(await by()).toBeNull();
	await as('young-person', off(goal));
	expect(await by()).toBe(idOf('young-person'));
	const say = `update goal set removed_at = now(), removed_by = '@parent' where id = '@${goal}'`;
	expect((await answer('young-person', say))?.message).toBe('permission denied for table goal');
	await owner(`grant insert, update on goal to authenticated`);
	for (const value of [`'@parent'`, 'null'])
		expect(
			(await answer('young-person', say.replace(`'@parent'`, value)))?.message,
			'whatever the grants say',
		).toBe('goal.removed_by never moves');
	await as(
		'parent',
		`insert into goal (id, family_id, title, created_by, removed_at, removed_by)
			values ('@new', '@family', 'Ord', '@me', now(), '@young-person')`,
	);
	expect(await owner(`select removed_at, removed_by from goal where id = '@new'`)).toEqual([
		{ removed_at: null, removed_by: null },
	]);
	// Who fills a database brings it, as every time.
	await longAgo(`update goal set removed_at = null, removed_by = null where id = '@${goal}'`);
	await owner(`update goal set removed_at = now(), removed_by = '@child' where id = '@${goal}'`);
	expect(await by()).toBe(idOf('child'));
});

for (const [what, member, goal, whileHere] of [
	['a young person', 'young person in family', 'goal about the young person', ['parent', 'young-person']],
	['a child', 'child in family', 'goal about the child', ['parent', 'child']],
] as const) {
	on(
		`what ${what} took off themselves stays off when they leave, until they are there again`,
		async (stage) => {
			const { as, owner, rule } = stage;
			const who = whileHere[1];
			await as(who, off(goal));
			expect(await whoCan(stage, back(goal))).toEqual(whileHere);
			await owner(leaves(member));
			for (const sql of [
				back(goal),
				back(goal, `, title = 'Andre ord'`),
				edit(goal),
				off(goal),
				`update goal set done_at = now() where id = '@${goal}' returning id`,
			]) {
				expect(await whoCan(stage, sql), sql).toEqual([]);
				expect(await rule('parent', sql), sql).toBe('goal_stays_as_it_was_left');
				// Nobody else learns that there is a rule.
				for (const other of actorNames.filter((name) => name !== 'parent'))
					expect([other, await rule(other, sql)]).not.toEqual([other, 'goal_stays_as_it_was_left']);
			}
			await owner(`insert into member (id, family_id, person_id, role)
			values ('@there again', '@family', '@${who}', 'child')`);
			expect(await whoCan(stage, back(goal))).toEqual(whileHere);
		},
	);
}

on('what a grown-up took off themselves is nobody else’s, here or gone', async (stage) => {
	const goal = 'goal about the grandmother';
	await stage.longAgo(
		`update goal set removed_at = now(), removed_by = '@grandmother' where id = '@${goal}'`,
	);
	expect(await whoCan(stage, back(goal))).toEqual([]);
	await stage.owner(leaves('grandmother in family'));
	expect(await whoCan(stage, back(goal))).toEqual([]);
	// The steps under it too.
	for (const sql of [off('step about the grandmother'), edit('step about the grandmother')])
		expect(await stage.rule('parent', sql), sql).toBe('goal_stays_as_it_was_left');
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@grandmother again', '@family', '@grandmother', 'relative')`);
	expect(await whoCan(stage, back(goal))).toEqual([]);
});

on('a step somebody took off themselves stays off, also when its goal is put back', async (stage) => {
	const { as, owner, rule } = stage;
	await as('child', off('step about the child'));
	await owner(leaves('child in family'));
	expect(await rule('parent', back('step about the child'))).toBe('goal_stays_as_it_was_left');
	// The goal itself they left standing: that is the parents', as what everybody leaves behind.
	expect(await mayEdit(stage, 'parent', 'goal about the child')).toBe(true);
	await as('parent', off('goal about the child'));
	await as('parent', back('goal about the child'));
	expect(await rule('parent', back('step about the child'))).toBe('goal_stays_as_it_was_left');
});

on('a small step two levels under what somebody took off stays too', async (stage) => {
	const { as, owner, rule } = stage;
	await as(
		'child',
		`insert into goal (id, family_id, parent_id, title, created_by)
			values ('@small step', '@family', '@step about the child', 'Skriv til ham', '@me')`,
	);
	await as('child', off('goal about the child'));
	await owner(leaves('child in family'));
	for (const sql of [edit('small step'), off('small step')])
		expect(await rule('parent', sql), sql).toBe('goal_stays_as_it_was_left');
});

on('what a parent took off, before or after somebody left, a parent puts back', async (stage) => {
	const { as, owner } = stage;
	await as('parent', off('goal about the young person'));
	await owner(leaves('young person in family'));
	expect(await whoCan(stage, back('goal about the young person'))).toEqual(['parent']);
	await as('parent', back('goal about the young person'));
	await as('parent', off('goal about the young person'));
	expect(await whoCan(stage, back('goal about the young person'))).toEqual(['parent']);
});

on(
	'who has left one of a parent’s two households is gone from it, with what they took off there',
	async (stage) => {
		const { as, owner, rule } = stage;
		await as('child', off('goal about the child'));
		await owner(`insert into member (id, family_id, person_id, role)
		values ('@parent there too', '@other home', '@parent', 'parent')`);
		await owner(leaves('child in family'));
		expect(await rule('parent', back('goal about the child'))).toBe('goal_stays_as_it_was_left');
	},
);

on('when who took it off is erased, nobody did, and it stays off', async ({ as, owner }) => {
	const goal = () =>
		owner(
			`select removed_by, removed_at is not null as off, changed_at from goal where id = '@goal about the child'`,
		);
	await as('parent', off('goal about the child'));
	const [before] = await goal();
	await owner(`select private.erase_person('@parent')`);
	expect(await goal()).toEqual([{ ...before, removed_by: null, off: true }]);
	// With whom it is about it goes, whoever took it off.
	await as('young-person', off('goal about the young person'));
	await owner(`select private.erase_person('@young-person')`);
	expect(await owner(`select id from goal where id = '@goal about the young person'`)).toEqual([]);
});
