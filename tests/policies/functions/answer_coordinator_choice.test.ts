/** The professional who is asked says yes or no. */
import { expect, idOf, on } from '../stage.ts';

const answer = (accept: boolean, words = 'null') =>
	`select answer_coordinator_choice('@adviser is asked', ${accept}, ${words})`;
const choices = `select professional_id, answer::text, ended_at is null as "inForce"
	from coordinator_choice where id in ('@adviser is asked', '@coordinator accepted') order by chosen_at`;
const inForce = (name: string, answer: string | null, inForce: boolean) => ({
	professional_id: idOf(name),
	answer,
	inForce,
});

on('only who is asked', async ({ allowed }) => {
	expect(await allowed(answer(true))).toEqual(['job-adviser']);
	expect(await allowed(answer(false))).toEqual(['job-adviser']);
});

on('a yes ends the former coordinator in the same statement', async ({ as, owner }) => {
	expect(await owner(choices)).toEqual([
		inForce('coordinator', 'accepted', true),
		inForce('job-adviser', null, true),
	]);
	await as('job-adviser', answer(true));
	expect(await owner(choices)).toEqual([
		inForce('coordinator', 'accepted', false),
		inForce('job-adviser', 'accepted', true),
	]);
	const move = `update meeting set purpose = 'Her' where id = '@meeting of the family' returning id`;
	expect(await as('coordinator', move)).toEqual([]);
	expect(await as('job-adviser', move)).toHaveLength(1);
});

on('a no leaves everything as it was', async ({ as, owner }) => {
	await as('job-adviser', answer(false, `'Jeg har for travlt'`));
	expect(await owner(choices)).toEqual([
		inForce('coordinator', 'accepted', true),
		inForce('job-adviser', 'declined', true),
	]);
});

on('the words reach the family, and nobody else in the team', async ({ as }) => {
	await as('job-adviser', answer(true, `'  Det vil jeg gerne  '`));
	const words = `select words from coordinator_message where choice_id = '@adviser is asked'`;
	expect(await as('parent', words)).toEqual([{ words: 'Det vil jeg gerne' }]);
	expect(await as('teacher', words)).toEqual([]);
	expect(await as('project-lead', words)).toEqual([]);
});

on('a yes needs no words', async ({ as, owner }) => {
	await as('job-adviser', answer(true, `'   '`));
	expect(await owner(`select from coordinator_message where choice_id = '@adviser is asked'`)).toEqual([]);
});

on('a question is answered once', async ({ as, refusal }) => {
	await as('job-adviser', answer(false));
	expect(await refusal('job-adviser', answer(true))).toBe('42501');
});

on(
	'the same answer delivered twice is one, and no other is taken for it',
	async ({ as, owner, refusal, takenBack }) => {
		for (const [accept, words, other] of [
			[true, `'Gerne'`, `'Helst ikke'`],
			[false, 'null', `'Helst ikke'`],
		] as const) {
			await takenBack(async () => {
				await as('job-adviser', answer(accept, words));
				const first = await owner(`select * from coordinator_choice where id = '@adviser is asked'`);
				await as('job-adviser', answer(accept, words));
				expect(await owner(`select * from coordinator_choice where id = '@adviser is asked'`)).toEqual(first);
				expect(await refusal('job-adviser', answer(accept, other)), 'other words').toBe('42501');
				expect(await refusal('job-adviser', answer(!accept, words)), 'the other answer').toBe('42501');
				expect(await refusal('teacher', answer(accept, words)), 'somebody else').toBe('42501');
			});
		}
	},
);

on('a yes that is over has no receipt', async ({ as, refusal }) => {
	await as('job-adviser', answer(true));
	await as('parent', `select end_coordinator_choice('@adviser is asked')`);
	expect(await refusal('job-adviser', answer(true))).toBe('42501');
});

on('a question taken back cannot be answered', async ({ as, refusal }) => {
	await as('parent', `select end_coordinator_choice('@adviser is asked')`);
	expect(await refusal('job-adviser', answer(true))).toBe('42501');
});

on('who has left the team cannot answer', async ({ as, refusal }) => {
	await as('project-lead', `update team_member set left_at = now() where id = '@adviser in team'`);
	expect(await refusal('job-adviser', answer(true))).toBe('42501');
});
