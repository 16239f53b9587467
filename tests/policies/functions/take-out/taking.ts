/** The press of the office that takes somebody out, and what it is tried on. */
import type { Stage } from '../../stage.ts';

/** The same words are the same press. */
export const takeOut = (
	name: string,
	role = 'parent',
	reason = 'moved_out',
	family = 'family',
	bornOn = '',
) =>
	`select take_out('@press ${name.replaceAll("'", '')} ${role} ${reason} ${bornOn}', '@${family}', '${name}', '${role}', '${reason}'${bornOn && `, '${bornOn}'`})`;

/** Somebody who is family beside the others. */
export const withGuest = async ({ owner, longAgo }: Stage, role: 'parent' | 'relative' = 'parent') => {
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@guest there', '@family', '@guest', '${role}', now() - interval '80 days')`);
	await longAgo(`delete from family_event`);
};

/** Who is out since this press. */
export const gone = ({ owner }: Stage) =>
	owner(`select p.name from member m join person p on p.id = m.person_id where m.left_at = now() order by 1`);
