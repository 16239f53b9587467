/** What professionals change of their own, and jobs that end. */
import * as v from 'valibot';
import { command } from '$lib/server/command';
import { drawnFrom, id, line } from '$lib/server/fields';
import { helpsWithLimit, professionLimit } from './profile';
import * as jobs from './jobs.server';
import * as profile from './profile.server';

/** The name is the person's own and is changed elsewhere. */
export const EditProfile = v.object({
	/** The job's. */
	id,
	drawnFrom,
	profession: line(professionLimit, 'staff:error.professionMissing', 'staff:error.professionTooLong'),
	helpsWith: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.maxLength(helpsWithLimit, 'staff:error.helpsWithTooLong'),
	),
});

export const editProfile = command({
	name: 'staff.editProfile',
	schema: EditProfile,
	run: ({ db, person }, words) => profile.edit(db, person.id, words),
	receipt: 'staff:receipt.profile',
});

/** One's own job, or as the project lead. */
export const endJob = command({
	name: 'staff.endJob',
	schema: v.object({ job: id }),
	run: ({ db }, { job }) => jobs.end(db, job),
	refusals: { project_has_a_lead: { message: 'staff:error.lastLead' } },
	receipt: 'staff:receipt.jobEnded',
});

/** One's own place in the team of a family; the job goes on. */
export const leaveTeam = command({
	name: 'staff.leaveTeam',
	schema: v.object({ id }),
	run: ({ db }, { id }) => jobs.leaveTeam(db, id),
	refusals: { in_team_again: { message: 'staff:error.inTeamAgain' } },
	receipt: 'staff:receipt.leftTeam',
});

export const staffCommands = [editProfile, endJob, leaveTeam];
