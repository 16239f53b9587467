import { afterEach, expect, test, vi } from 'vitest';
import { DatabaseError } from '$lib/server/database-error';
import { part } from './part.server';

afterEach(() => void vi.restoreAllMocks());

test('a part that arrives is shown', async () => {
	expect(await part('plan', Promise.resolve([1]))).toEqual({ value: [1] });
});

test('a part the database does not give fails alone, and the log says which without saying whose', async () => {
	const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
	const refused = new DatabaseError({ code: '57014', message: 'Amira' } as never);
	expect(await part('plan', Promise.reject(refused))).toEqual({ failed: true });
	expect(log).toHaveBeenCalledExactlyOnceWith('{"level":"error","part":"plan","code":"57014"}\n');
});

test('a mistake of ours is not hidden', async () => {
	await expect(part('plan', Promise.reject(new TypeError('ours')))).rejects.toThrow('ours');
});
