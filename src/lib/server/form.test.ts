import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { clean, cleaned, entriesOf, readBy, typedOf } from './form';
import { id, orNull, wholeNumber, words } from './fields';

const sent = (...entries: [string, string | Blob][]) => {
	const form = new FormData();
	for (const [name, value] of entries) form.append(name, value);
	return typedOf(entriesOf(form));
};
const Note = v.object({
	id,
	title: words(5, 'plan:error.titleMissing', 'plan:error.titleTooLong'),
	score: orNull(wholeNumber(0, 10, 'plan:error.scoreUnclear')),
	people: v.optional(v.array(v.string()), []),
});
const one = '01900000-0000-7000-8000-000000000001';

describe('text', () => {
	test.each([
		['NUL', 'a\0b', 'ab'],
		['half a character', 'a\ud800b\udc00', 'ab'],
		['a whole one beyond the first plane', '👍🏽', '👍🏽'],
		['two ways to write one letter', 'A\u030arhus', 'Århus'],
		['what turns other words around', '\u202eelok\u202c \u2067x\u2069', 'elok x'],
		['what says which way a word itself goes', 'a\u200f\u200e\u061c', 'a\u200f\u200e\u061c'],
		['signs heaped upon a letter', `x${'\u0316\u0301'.repeat(250)}y`, `x${'\u0316'.repeat(4)}y`],
		['the signs of a letter', 'شَّ ยิ่ง ễ 1️⃣', 'شَّ ยิ่ง ễ 1️⃣'],
		['line ends', 'en\r\nto\rtre\n', 'en\nto\ntre\n'],
	])('%s', (_, typed, kept) => expect(clean(typed)).toBe(kept));
	test('with signs without end is cut before it is composed', () => {
		const composed = vi.spyOn(String.prototype, 'normalize');
		for (const signs of ['\u0316\u0301', `${'\u0301'.repeat(4)}\u{1D165}`, '\u093e\u0316']) {
			expect(clean(`a${signs.repeat(100_000)}`).length).toBeLessThan(70);
		}
		const lengths = composed.mock.contexts.map((text) => String(text).length);
		composed.mockRestore();
		expect(lengths).toHaveLength(3);
		expect(Math.max(...lengths)).toBeLessThan(100);
	});
	test('of the outbox is made as clean as that of a form', () => {
		expect(cleaned([['note', 'ja\0\r\n']])).toEqual([['note', 'ja\n']]);
	});
});

describe('a form', () => {
	test('is read by the schema: a list where it asks for one', () => {
		const typed = sent(['id', one], ['title', ' Ro '], ['score', '7'], ['people', 'a,b'], ['people', 'c']);
		expect(readBy(Note, typed)).toEqual({
			input: { id: one, title: 'Ro', score: 7, people: ['a,b', 'c'] },
		});
	});
	test('with bytes that are no text is refused beside the field, and comes back as it came', async () => {
		const body = 'id=' + one + '&title=B%E5d&score=7&people=%ED%A0%80';
		const headers = { 'content-type': 'application/x-www-form-urlencoded' };
		const typed = typedOf(entriesOf(await new Response(body, { headers }).formData()));
		expect(typed.title).toEqual(['B\ufffdd']);
		expect(readBy(Note, typed)).toEqual({
			errors: { title: 'common:error.unreadable', people: 'common:error.unreadable' },
			refusal: null,
		});
		// What no person typed is said of the form, and a field that is wrong anyhow is said to be that.
		expect(readBy(Note, { ...typed, id: ['\ufffd'] })).toMatchObject({ refusal: 'common:error.unclear' });
		expect(readBy(Note, { ...typed, title: ['\ufffd too long'] })).toMatchObject({
			errors: { title: 'plan:error.titleTooLong' },
		});
	});
	test('that says nothing of a list has an empty one, and of a number none', () => {
		expect(readBy(Note, sent(['id', one], ['title', 'Ro'], ['score', '']))).toMatchObject({
			input: { people: [], score: null },
		});
	});
	test.each([
		['left empty', sent(['id', one], ['title', ' ']), 'plan:error.titleMissing'],
		['left out', sent(['id', one]), 'plan:error.titleMissing'],
		['too long', sent(['id', one], ['title', 'for langt']), 'plan:error.titleTooLong'],
		['a file', sent(['id', one], ['title', new Blob(['x'])]), 'plan:error.titleMissing'],
	])('says beside the field when it is %s', (_, typed, message) => {
		expect(readBy(Note, typed)).toEqual({ errors: { title: message }, refusal: null });
	});
	test('says what is wrong in the order in which the fields stand on the page', () => {
		const word = (name: string) => words(5, `plan:error.${name}Missing`, `plan:error.${name}TooLong`);
		const Drawn = v.object({
			place: word('place'),
			name: word('name'),
			kind: v.picklist(['a'], 'plan:error.kind'),
		});
		const ofSent = (...names: string[]) => {
			const read = readBy(Drawn, sent(...names.map((name): [string, string] => [name, ''])));
			return 'errors' in read && Object.keys(read.errors);
		};
		expect(ofSent('name', 'place')).toEqual(['name', 'kind', 'place']);
		expect(ofSent('kind', 'name', 'place')).toEqual(['kind', 'name', 'place']);
		// What is not sent stands where the schema has it.
		expect(ofSent()).toEqual(['place', 'name', 'kind']);
	});
	test('says what no person typed of the whole form', () => {
		expect(readBy(Note, sent(['id', 'xx'], ['title', 'Ro']))).toEqual({
			errors: {},
			refusal: 'common:error.unclear',
		});
	});
	test('gives back everything typed, and nothing of its own', () => {
		const typed = sent(
			['_form', 'note'],
			['_person', one],
			['__proto__', 'x'],
			['people', 'a'],
			['people', 'b'],
		);
		// Kit answers 500 rather than carry '__proto__' back.
		expect(Object.entries(typed)).toEqual([['people', ['a', 'b']]]);
	});
});
