import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { Delivery, idOf, receive } from '$lib/outbox/receive.server';
import { commands } from '../../../commands.server';
import { databaseOf } from '$lib/server/database';
import { note } from '$lib/server/note';
import { wordsOf } from '$lib/server/refusal';
import { signedIn } from '$lib/server/command';
import type { RequestHandler } from './$types';

/** Commands from the outbox, in order; an answer for each. 401 when nobody is signed in: they go on waiting. */
export const POST: RequestHandler = async (event) => {
	const { now, language, session } = event.locals;
	const person = signedIn(event);
	const dbAt = (madeAt: string) => databaseOf(person.id, session!.sessionId, madeAt);
	const parsed = v.safeParse(Delivery, await event.request.json().catch(() => null));
	if (!parsed.success) error(400, 'common:error.broken');
	const { sentAt, commands: delivered } = parsed.output;
	const answers = [];
	for (const one of delivered) {
		try {
			const answer = await receive(one, { dbAt, person, sentAt, now, commands });
			answers.push(
				answer.state === 'refused' ? { ...answer, words: wordsOf(language, answer.reason) } : answer,
			);
		} catch (cause) {
			// A fault of ours holds up this one alone: it waits, and is tried again.
			note(cause, event, 500);
			answers.push({ id: idOf(one), state: 'waiting' });
		}
	}
	return json({ answers });
};
