import type { RequestEvent } from '@sveltejs/kit';
import { isId } from '$lib/id';
import { againOf } from './again';
import { isOwn, valueOf, type Entries } from './form';
import { givenBack, keptField } from './kept';

/** What somebody wrote in the form they sent: neither ids nor what was chosen. Empty when nothing was sent. */
export async function wordsSent({
	request,
	cookies,
	locals,
}: Pick<RequestEvent, 'request' | 'cookies' | 'locals'>): Promise<string[]> {
	const form = request.method === 'POST' ? await againOf(request, locals.body) : null;
	const kept = form && valueOf(form.entries, keptField);
	// Sent on by the sign-in page, whose own form is nobody's words.
	const sent = kept ? locals.person && givenBack(kept, locals.person.id, { cookies, locals }) : form;
	return wordsIn(sent?.entries ?? []);
}

const isChosen = (value: string) => !/\p{L}/u.test(value) || /^[a-z_]{1,14}$/.test(value) || isId(value);
/** What somebody wrote, among what a form sends. */
export const wordsIn = (entries: Entries): string[] =>
	entries.filter(([name, value]) => !isOwn(name) && !isChosen(value)).map(([, value]) => value);
