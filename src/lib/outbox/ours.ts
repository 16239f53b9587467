/** Whether what comes back when a form is sent is an answer of ours. Pure. */
import type { ActionResult } from '@sveltejs/kit';

/** Every error of ours says so with a message key; something on the way says it in words of its own. */
export const keyOf = (error: unknown) => {
	const { message } = (error ?? {}) as { message?: unknown };
	return typeof message === 'string' && /^[a-z]+:[\w.]+$/.test(message)
		? (message as `${string}:${string}`)
		: null;
};

/**
 * Something on the way may answer in JSON too (a "type" and a "status" are common there): what became of a command is
 * said by ours alone.
 */
export const isOurs = (result: ActionResult) =>
	result.type === 'error'
		? keyOf(result.error) !== null
		: ['success', 'failure', 'redirect'].includes(result.type) && typeof result.status === 'number';
