import { error, type RequestEvent } from '@sveltejs/kit';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { answer } from '$lib/team/commands.server';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

/** The question of this page, while it waits for my answer. */
async function theQuestion(event: RequestEvent) {
	const one = { from: 0, to: 1, step: 1 };
	const id = event.params.choice!;
	const {
		rows: [question],
	} = await team.openQuestionsTo(event.locals.db, signedIn(event).id, one, { id });
	if (!question) error(404, 'staff:error.noQuestion');
	return question;
}

export const load: PageServerLoad = async (event) => ({ question: await theQuestion(event) });

export const actions: Actions = {
	answer: actionOf(answer, {
		// Also when it is answered: the same answer delivered twice is one.
		says: async (event) => {
			const question = await team.questionTo(event.locals.db, signedIn(event).id, event.params.choice!);
			return question ?? error(404, 'staff:error.noQuestion');
		},
		to: (given) => (given.answer === 'yes' ? `/families/${given.family}` : '/families'),
	}),
};
