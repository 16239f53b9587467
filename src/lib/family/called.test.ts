import { expect, test } from 'vitest';
import { calledName, calledOr } from './called';

test.each([
	['Amira Holm', 'Amira'],
	['  Jens   Peter Holm', 'Jens'],
	['Onkel Sami', 'Onkel Sami'],
	['Farmor Inger Holm', 'Farmor Inger'],
	['خالة رنا حسن', 'خالة رنا'],
	['Farmor', 'Farmor'],
	['', ''],
	['محمد', 'محمد'],
])('%s is called %s', (name, called) => expect(calledName(name)).toBe(called));

test('who has no name here is called by the whole phrase, on every page', () => {
	expect(calledOr('Amira Holm', 'en, der ikke er her længere')).toBe('Amira');
	for (const nobody of [null, undefined, '']) {
		expect(calledOr(nobody, 'en, der ikke er her længere')).toBe('en, der ikke er her længere');
	}
	const components = import.meta.glob<string>('/src/**/*.svelte', {
		query: '?raw',
		import: 'default',
		eager: true,
	});
	const cut = Object.keys(components).filter((file) =>
		/calledName\([^()]*\?\?\s*t\(/.test(components[file]!),
	);
	expect(cut).toEqual([]);
});
