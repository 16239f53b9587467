import { error } from '@sveltejs/kit';
import * as colleagues from '$lib/office/colleagues.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { windowAt } from '$lib/server/window';
import { endJob } from '$lib/staff/commands.server';
import { familiesShown } from '$lib/staff/families';
import * as jobs from '$lib/staff/jobs.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const colleague = await colleagues.theColleague(event);
	const job = colleague.jobs.find(({ id }) => id === event.params.job);
	if (!job) error(404, 'common:error.notFound');
	return {
		colleague,
		job,
		ending: await jobs.endingOf(
			event.locals.db,
			{ id: job.id, personId: colleague.id },
			windowAt(event.url, familiesShown),
		),
	};
};

export const actions: Actions = {
	end: actionOf(endJob, {
		says: ({ params }) => ({ job: params.job! }),
		receipt: () => ({ text: 'office:receipt.jobEnded' }),
		to: (_, worksHere, event) => {
			// Whoever ends their own may have no way in here any more.
			if (event.params.person === signedIn(event).id) return '/me';
			return worksHere ? `/office/colleagues/${event.params.person}` : '/office/colleagues';
		},
	}),
};
