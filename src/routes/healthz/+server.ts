import { json } from '@sveltejs/kit';
import { sessionKeeper } from '$lib/server/database';
import type { RequestHandler } from './$types';

/** Whether the app and the database answer, within three seconds: a session nobody can have is looked up. */
export const GET: RequestHandler = async () => {
	const { error } = await sessionKeeper()
		.rpc('session_read', { secret_hash: '' })
		.abortSignal(AbortSignal.timeout(3_000));
	return json({ app: 'ok', database: error ? 'down' : 'ok' }, { status: error ? 503 : 200 });
};
