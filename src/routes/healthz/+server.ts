import { json } from '@sveltejs/kit';
import { isReachable } from '$lib/server/database';
import type { RequestHandler } from './$types';

/** Whether the app and the database answer, within three seconds. */
export const GET: RequestHandler = async () => {
	const isUp = await isReachable();
	return json({ app: 'ok', database: isUp ? 'ok' : 'down' }, { status: isUp ? 200 : 503 });
};
