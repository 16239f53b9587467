import type { Cookies } from '@sveltejs/kit';
import { expect, test } from 'vitest';
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

test.each(['', '{', '"somebody"', '[{"id":"1","name":"Lina"}]', '[{"id":null}]'])(
	'a cookie that says %s brings nobody',
	(value) => {
		expect(invitedHere(jar(value))).toEqual([]);
	},
);
