/** A parent takes a question back, or ends the coordinator's role. */
import { expect, on } from '../stage.ts';

const end = (choice: string) => `select end_coordinator_choice('@${choice}')`;

on('only a parent of the family', async ({ allowed }) => {
	expect(await allowed(end('coordinator accepted'))).toEqual(['parent']);
	expect(await allowed(end('adviser is asked'))).toEqual(['parent']);
	expect(await allowed(end('helper is asked'))).toEqual(['other-parent']);
});

on('taking a question back ends no answer', async ({ refusal }) => {
	expect(await refusal('parent', `select end_coordinator_choice('@coordinator accepted', true)`)).toBe(
		'42501',
	);
	expect(await refusal('parent', `select end_coordinator_choice('@adviser is asked', true)`)).toBeNull();
});

on('what has ended, or was declined, is not ended again', async ({ refusal }) => {
	expect(await refusal('parent', end('mentor was coordinator'))).toBe('42501');
	expect(await refusal('parent', end('teacher declined'))).toBe('42501');
});

on('the coordinator loses the right to act at the very next statement', async ({ as }) => {
	const move = `update meeting set purpose = 'Her' where id = '@meeting of the family' returning id`;
	expect(await as('coordinator', move)).toHaveLength(1);
	await as('parent', end('coordinator accepted'));
	expect(await as('coordinator', move)).toEqual([]);
});
