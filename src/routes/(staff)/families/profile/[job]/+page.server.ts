import { error } from '@sveltejs/kit';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { windowAt } from '$lib/server/window';
import { endJob } from '$lib/staff/commands.server';
import { familiesShown } from '$lib/staff/families';
import * as jobs from '$lib/staff/jobs.server';
import * as profile from '$lib/staff/profile.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const me = signedIn(event).id;
	const profiles = await profile.list(db, me);
	const job = profiles.find(({ id }) => id === event.params.job);
	if (!job) error(404, 'common:error.notFound');
	return {
		job,
		isLast: profiles.length === 1,
		ending: await jobs.endingOf(db, { id: job.id, personId: me }, windowAt(event.url, familiesShown)),
	};
};

export const actions: Actions = {
	end: actionOf(endJob, {
		says: ({ params }) => ({ job: params.job! }),
		// Without a job there is no way in here any more.
		to: (_, worksHere) => (worksHere ? '/families/profile' : '/me'),
	}),
};
