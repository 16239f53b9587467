import { expect, test } from 'vitest';
import { calledIn, calledName, calledOr, callingOurs } from './called';

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

test('two who are called the same in a family keep their whole names', () => {
	const family: { id: string; name: string; wholeName?: string | undefined }[] = [
		'Jens Holm',
		'Jens Bak',
		'Amira Holm',
	].map((name) => ({ id: name, name }));
	const twice = [...family, family[2]!];
	const called = calledIn(twice);
	expect(called.map(({ name }) => name)).toEqual(['Jens Holm', 'Jens Bak', 'Amira', 'Amira']);
	// Their initials are the same wherever they are called less.
	expect(called.map(({ name, wholeName = name }) => wholeName)).toEqual(twice.map(({ name }) => name));
});

test('only our own are called so', () => {
	const call = callingOurs([{ id: 'amira', name: 'Amira' }]);
	const [ours, theirs, gone] = ['amira', 'mette', null].map((id) => call({ id, name: 'X Y', role: 'a' }));
	expect(ours).toEqual({ id: 'amira', name: 'Amira', wholeName: 'X Y', role: 'a' });
	expect([theirs!.name, gone!.name]).toEqual(['X Y', 'X Y']);
});

test('who has no name here is called by the whole phrase, on every page', () => {
	expect(calledOr('Amira Holm', 'en, der ikke er med mere')).toBe('Amira');
	for (const nobody of [null, undefined, '']) {
		expect(calledOr(nobody, 'en, der ikke er med mere')).toBe('en, der ikke er med mere');
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
