import type { Refusals } from '$lib/server/command';

/** What the database refuses about a date of birth, in words. */
export const birthRefusals: Refusals = {
	born_in_this_age: { field: 'bornOn', message: 'common:error.birthLongAgo' },
	born_not_in_the_future: { field: 'bornOn', message: 'common:error.birthToCome' },
	parent_or_relative_is_no_child: { field: 'bornOn', message: 'birth:error.ofAChild' },
	somebody_is_called_that: { field: 'name', message: 'birth:error.nobody' },
	one_is_called_that: { field: 'knownBornOn', message: 'birth:error.several' },
	several_are_called_that: { field: 'knownBornOn', message: 'birth:error.oneAlone' },
	family_keeps_an_adult: { field: 'bornOn', message: 'birth:error.nobodyDecides' },
};
