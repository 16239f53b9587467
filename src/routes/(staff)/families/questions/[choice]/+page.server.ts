import { error, type RequestEvent } from '@sveltejs/kit';
import { command, signedIn } from '$lib/server/command';
import { AnswerChoice } from '$lib/team/commands.server';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

/** The question of this page, while it waits for my answer. */
async function theQuestion(event: RequestEvent) {
	const questions = await team.openQuestionsTo(event.locals.db, signedIn(event).id);
	const question = questions.find(({ id }) => id === event.params.choice);
	if (!question) error(404, 'staff:error.noQuestion');
	return question;
}

export const load: PageServerLoad = async (event) => ({ question: await theQuestion(event) });

export const actions: Actions = {
	answer: command(AnswerChoice, async (event, { id, answer, message }) => {
		const { family } = await theQuestion(event);
		await team.answer(event.locals.db, id, answer === 'yes', message);
		return answer === 'yes'
			? { receipt: { text: 'staff:receipt.yes' }, to: `/families/${family.id}` }
			: { receipt: { text: 'staff:receipt.no' }, to: '/families' };
	}),
};
