import type { Refusals } from '$lib/server/command';

/** What the database refuses about invitations, in words. */
export const invitingRefusals: Refusals = {
	invitation_pkey: { message: 'invitation:error.madeAlready' },
	family_takes_part: { field: 'family', message: 'invitation:error.takesPartNoMore' },
	invited_parent_or_relative_is_no_child: { field: 'bornOn', message: 'invitation:error.birthOfAChild' },
	invitee_born_in_this_age: { field: 'bornOn', message: 'common:error.birthLongAgo' },
	invitee_born_not_in_the_future: { field: 'bornOn', message: 'common:error.birthToCome' },
	PGRST116: { field: 'family', message: 'invitation:error.familyMissing' },
};

/** Why the family's yes or no comes too late. */
export const answeringRefusals: Refusals = {
	invitation_is_still_open: { message: 'invitation:error.overAlready' },
	family_has_agreed: { message: 'invitation:error.justAgreed' },
};

/** Why a yes does not count. */
export const acceptingRefusals: Refusals = {
	invitation_is_open: { message: 'invitation:error.notOpen' },
	invitation_has_a_yes: { message: 'invitation:error.waits' },
	invitation_is_for_somebody_else: { message: 'invitation:error.somebodyElse' },
	invitation_is_in_another_name: { message: 'invitation:error.inAnotherName' },
	invitation_is_for_a_child: { message: 'invitation:error.forAChild' },
	family_invites_who_was_put_out: { message: 'invitation:error.putOut' },
	child_has_a_home: { message: 'invitation:error.childHasAHome' },
	colleague_is_an_adult: { message: 'invitation:error.colleagueIsAdult' },
	one_side_of_the_table: { message: 'invitation:error.inTeam' },
	// Nobody is told here that it was them.
	family_said_no: { message: 'invitation:error.somebodyElse' },
	family_at_most_150: { message: 'invitation:error.full' },
	families_at_most_six: { message: 'invitation:error.full' },
	jobs_at_most_twenty: { message: 'invitation:error.full' },
	invitation_brings_somebody_new: { message: 'invitation:error.alreadyThere' },
};
