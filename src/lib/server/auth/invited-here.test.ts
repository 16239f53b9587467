import type { Cookies } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { signed } from '$lib/server/signed';
import { invitedHere, rememberInvited } from './invited-here';

const id = (n: number) => `01900000-0000-7000-8000-00000000000${n}`;

function jar(value?: string) {
	const kept = new Map(value === undefined ? [] : [['demo-invited', value]]);
	return {
		get: (name: string) => kept.get(name),
		set: (name: string, text: string) => void kept.set(name, text),
	} as unknown as Cookies;
}

test('the latest first, each once, and no more than fit into a cookie', () => {
	const cookies = jar();
	for (const n of [1, 2, 3, 2, 4, 5]) rememberInvited(cookies, { id: id(n), name: 'Å'.repeat(100) });
	expect(invitedHere(cookies).map((invited) => invited.id)).toEqual([5, 4, 2, 3].map(id));
	expect(encodeURIComponent(cookies.get('demo-invited')!).length).toBeLessThan(4000);
});

test('a cookie we did not write brings nobody, whatever it says', () => {
	const cookies = jar();
	rememberInvited(cookies, { id: id(1), name: 'Lina' });
	const ours = cookies.get('demo-invited')!;
	expect(invitedHere(jar(ours))).toHaveLength(1);
	const said = JSON.stringify([{ id: id(2), name: 'Lina' }]);
	const forged = Buffer.from(said).toString('base64url');
	for (const value of [
		said,
		forged,
		`${forged}.`,
		`${forged}.${ours.split('.')[1]}`,
		signed('receipt', JSON.parse(said)),
	]) {
		expect(invitedHere(jar(value)), value).toEqual([]);
	}
});

test.each(['', '{', '"somebody"', '[{"id":"1","name":"Lina"}]', '[{"id":null}]'])(
	'a cookie that says %s brings nobody',
	(value) => {
		expect(invitedHere(jar(value))).toEqual([]);
	},
);
