/** Whose a goal is follows from who belongs to the family today, and as what: a birthday, a place that ends, one that begins anew. */
import { expect, on, type Stage } from '../policies/stage.ts';

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
