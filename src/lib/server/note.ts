import type { RequestEvent } from '@sveltejs/kit';
import { DatabaseError } from './database-error';

/** Says where it failed, never with whose data: messages of errors can hold people's words, so they stay out. */
export function note(
	cause: unknown,
	{ route, request }: Pick<RequestEvent, 'route' | 'request'>,
	status: number,
): void {
	const line = {
		level: 'error',
		route: route.id,
		method: request.method,
		status,
		cause: cause instanceof Error ? cause.name : typeof cause,
		code: cause instanceof DatabaseError ? cause.code : undefined,
		at:
			cause instanceof Error
				? cause.stack
						?.split('\n')
						.find((frame) => /^\s+at /.test(frame))
						?.trim()
				: undefined,
	};
	process.stderr.write(`${JSON.stringify(line)}\n`);
}
