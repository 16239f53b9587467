import { describe, expect, test } from 'vitest';
import { contactParts } from './contact';

describe('a contact line', () => {
	const links = (text: string) => contactParts(text).flatMap(({ href }) => href ?? []);

	test.each([
		['Ring til Søren på 00 00 00 21', ['tel:00000021']],
		['Ring på +45 00 00 00 21, hverdage klokken 9-12', ['tel:+4500000021']],
		['egelund.example/fritidspas eller 00 00 00 12', ['https://egelund.example/fritidspas', 'tel:00000012']],
		['svoem.havnsoe.example.', ['https://svoem.havnsoe.example']],
		['Mød op torsdag klokken 15-17', []],
		['Mød op fredag klokken 9.30', []],
		['skriv til anja@havnsoe.example', []],
	])('%s', (text, expected) => {
		expect(links(text)).toEqual(expected);
		expect(
			contactParts(text)
				.map((part) => part.text)
				.join(''),
		).toBe(text);
	});
});
