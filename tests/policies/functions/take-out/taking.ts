/** The press of the office that takes somebody out, and what it is tried on. */
import { createHash } from 'node:crypto';
import type { Stage } from '../../stage.ts';

/** The same words are the same press, and as the app does it they have one fingerprint. */
export const takeOut = (
	name: string,
	role = 'parent',
	reason = 'moved_out',
	family = 'family',
	bornOn = '',
	press = `press ${name.replaceAll("'", '')} ${role} ${reason} ${family} ${bornOn}`,
) => {
	const given = `'@${family}', '${name}', '${role}', '${reason}', ${bornOn ? `'${bornOn}'` : 'null'}`;
	return `select take_out('@${press}', ${given}, '${createHash('sha256').update(given).digest('hex')}')`;
};

/** Somebody who is family beside the others. */
export const withGuest = async ({ owner, longAgo }: Stage, role: 'parent' | 'relative' = 'parent') => {
	await owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@guest there', '@family', '@guest', '${role}', now() - interval '80 days')`);
	await longAgo(`delete from family_event`);
};

/** Who is out since this press. */
export const gone = ({ owner }: Stage) =>
	owner(`select p.name from member m join person p on p.id = m.person_id where m.left_at = now() order by 1`);
