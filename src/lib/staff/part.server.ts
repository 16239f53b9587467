import type { RequestEvent } from '@sveltejs/kit';
import { DatabaseError } from '$lib/server/database-error';
import type { Part } from './part';

/** Fetches a part of a page. Never rejects for the database: the page says it of this part, and the log of which. */
export async function part<T>(name: string, work: Promise<T>): Promise<Part<T>> {
	try {
		return { value: await work };
	} catch (cause) {
		if (!(cause instanceof DatabaseError)) throw cause;
		process.stderr.write(`${JSON.stringify({ level: 'error', part: name, code: cause.code })}\n`);
		return { failed: true };
	}
}

type Parts = Record<string, Promise<Part<unknown>>>;
type Arriving<P extends Parts> = { [name in keyof P]: P[name] | Awaited<P[name]> };

/**
 * Lets the page come at once and each part when it is there. A page opened by its address waits for all of them
 * instead, because without scripts a part that comes later would never be shown.
 */
export async function arriving<P extends Parts>(event: RequestEvent, parts: P): Promise<Arriving<P>> {
	if (event.isDataRequest) return parts;
	const done = await Promise.all(
		Object.entries(parts).map(async ([name, one]) => [name, await one] as const),
	);
	return Object.fromEntries(done) as Arriving<P>;
}
