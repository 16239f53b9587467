/** A parent of the child's other home is asked to a meeting at a home. */
import type { Stage } from '../../policies/stage.ts';

export const propose = (people: string[], about = `'@child'`) => `select propose_meeting(
	'@new', '@family', 'follow_up', 'Status', now() + interval '1 day', now() + interval '25 hours',
	array[${people.map((name) => `'@${name}'`).join()}]::uuid[],
	array_fill(''::text, array[${people.length}]), about => ${about}, place => 'Birkevej 1', is_home => true)`;
export const called = async ({ as }: Stage, who: 'parent' | 'coordinator' = 'parent') => {
	await as(who, propose(['parent', 'child', 'coordinator', 'other-parent']));
};
export const come = `update meeting_attendee set answer = 'coming' where meeting_id = '@new' and person_id = '@me'`;
export const place = `select place from meeting_place where meeting_id = '@new'`;
export const theirAnswer = async ({ owner }: Stage) =>
	(
		await owner(
			`select answer::text from meeting_attendee where meeting_id = '@new' and person_id = '@other-parent'`,
		)
	)[0]?.answer;
export const leaves = (place: string) => `update member set left_at = now() where id = '@${place}'`;
