/** Shaping a team: who comes into it and who leaves (F4). Pure. */
import * as v from 'valibot';

const id = v.pipe(v.string(), v.uuid());

/** Somebody who can be put into a team. */
export interface Colleague {
	/** The person's id. */
	id: string;
	name: string;
	profession: string;
}

/** `team.join`: a colleague comes into the team of a family. */
export const Join = v.object({
	id,
	family: id,
	professional: v.pipe(v.string('office:error.colleagueMissing'), v.uuid('office:error.colleagueMissing')),
});

/** `team.leave`: somebody is taken out of the team of a family. */
export const Leave = v.object({ family: id, professional: id });
