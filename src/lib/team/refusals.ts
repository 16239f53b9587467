import type { Refusals } from '$lib/server/command';

/** Who is a parent under 18 beside one who is an adult. */
const byAnAdult: Refusals = { adult_parent_decides: { message: 'team:error.adultDecides' } };

/** Two parents pressed at the same moment: the second is told. */
export const askRefusals: Refusals = {
	...byAnAdult,
	one_open_question_per_family: { message: 'team:error.openQuestion' },
	changed_since: { message: 'team:error.changedSince' },
};

/** The answer came, or the other parent was there first. */
export const takeBackRefusals: Refusals = { ...byAnAdult, '42501': { message: 'team:error.answered' } };
export const endRefusals: Refusals = { ...byAnAdult, '42501': { message: 'team:error.ended' } };

/** Somebody put the colleague into the team before. */
export const shapingRefusals: Refusals = {
	team_member_once: { field: 'job', message: 'office:error.inTeamAlready' },
	one_side_of_the_table: { field: 'job', message: 'office:error.ownFamily' },
	team_at_most_forty: { field: 'job', message: 'office:error.teamFull' },
	family_takes_part: { message: 'office:error.takesPartNoMore' },
	family_said_no: { field: 'job', message: 'office:error.familySaidNo' },
};

/** Somebody put the colleague into the team again, by another place. */
export const leaveRefusals: Refusals = { in_team_again: { message: 'office:error.inTeamAgain' } };

/** The other parent was there first, it is longer ago than a fortnight, or a child has no other home here. */
export const arrivalRefusals: Refusals = {
	...byAnAdult,
	child_keeps_a_home: { message: 'team:error.onlyHome' },
	family_keeps_an_adult: { message: 'team:error.ended' },
	'42501': { message: 'team:error.ended' },
};

/** What of leaving a family is somebody else's to decide. */
export const leaveFamilyRefusals: Refusals = {
	adult_leaves_alone: { message: 'parting:error.young' },
	family_keeps_an_adult: { message: 'parting:error.only' },
	in_family_again: { message: 'parting:error.again' },
};

/** No name of the family, that of two, that of the last adult or of a child at home here alone, or who came back since. */
export const takeOutRefusals: Refusals = {
	somebody_is_called_that: { field: 'name', message: 'parting:error.nobody' },
	one_is_called_that: { field: 'knownBornOn', message: 'birth:error.several' },
	several_are_called_that: { field: 'knownBornOn', message: 'birth:error.oneAlone' },
	child_keeps_a_home: { message: 'birth:error.onlyHome' },
	in_family_again: { message: 'birth:error.backSince' },
	made_already: { message: 'parting:error.otherPress' },
	family_keeps_an_adult: { message: 'parting:error.keepsAdult' },
};
