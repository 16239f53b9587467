import { expect, test } from 'vitest';
import { inTurn } from './turns';

test('sixty of one person wait for each other, and somebody else waits for none of them', async () => {
	const begun: string[] = [];
	const ends: (() => void)[] = [];
	const run = (name: string) => () => {
		begun.push(name);
		return new Promise<string>((end) => ends.push(() => end(name)));
	};
	const hers = Array.from({ length: 60 }, (_, n) => inTurn('amira', run(`amira ${n}`)));
	const his = inTurn('jonas', run('jonas'));
	await new Promise((done) => setTimeout(done));
	expect(begun).toEqual(['amira 0', 'amira 1', 'amira 2', 'amira 3', 'jonas']);

	while (begun.length < 61) {
		ends.shift()!();
		await new Promise((done) => setTimeout(done));
	}
	for (const end of ends) end();
	expect(await his).toBe('jonas');
	expect(await Promise.all(hers)).toEqual(Array.from({ length: 60 }, (_, n) => `amira ${n}`));
	expect(begun.filter((name) => name !== 'jonas')).toEqual(await Promise.all(hers));
});

test('what fails makes room for the next, and is not kept', async () => {
	const fails = () => Promise.reject(new Error('broken'));
	const all = await Promise.allSettled(Array.from({ length: 9 }, () => inTurn('amira', fails)));
	expect(all.every(({ status }) => status === 'rejected')).toBe(true);
	expect(await inTurn('amira', () => 'well')).toBe('well');
});

test('who comes when one is done waits for those who still run', async () => {
	const begun: number[] = [];
	const ends: (() => void)[] = [];
	const run = (n: number) => () => {
		begun.push(n);
		return new Promise<void>((end) => ends.push(end));
	};
	const first = [1, 2, 3, 4].map((n) => inTurn('amira', run(n)));
	await new Promise((done) => setTimeout(done));
	ends.shift()!();
	await first[0];
	const later = [5, 6].map((n) => inTurn('amira', run(n)));
	await new Promise((done) => setTimeout(done));
	expect(begun).toEqual([1, 2, 3, 4, 5]);
	ends.shift()!();
	await first[1];
	await new Promise((done) => setTimeout(done));
	for (const end of ends) end();
	await Promise.all([...first, ...later]);
	expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
});
