import type { RequestEvent } from '@sveltejs/kit';
import { isId } from '$lib/id';
import { againOf } from './again';
import { isOwn } from './form';

/** What somebody wrote in the form they sent: neither ids nor what was chosen. Empty when nothing was sent. */
export async function wordsSent({
	request,
	locals,
}: Pick<RequestEvent, 'request' | 'locals'>): Promise<string[]> {
	const sent = request.method === 'POST' ? await againOf(request, locals.body) : null;
	const isChosen = (value: string) => !/\p{L}/u.test(value) || /^[a-z_]{1,14}$/.test(value) || isId(value);
	return (sent?.entries ?? [])
		.filter(([name, value]) => !isOwn(name) && !isChosen(value))
		.map(([, value]) => value);
}
