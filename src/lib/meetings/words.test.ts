import { expect, test } from 'vitest';
import { engine } from '$lib/i18n/engine';
import type { Language } from '$lib/i18n/languages';
import { messagesOf } from '$lib/i18n/messages.server';
import type { Attendee } from './meetings';
import { peopleWords } from './words';

const attendees = ['Emil Holm', 'Jonas Lund', 'Mette Krogh', 'Pia Sørensen'].map(
	(name, index) => ({ id: String(index), name, answer: null, reason: null }) as unknown as Attendee,
);
const said = (of: Attendee[], language: Language) =>
	peopleWords(of, null, engine(language, messagesOf(language, ['meetings'])), language);

test('who comes is named with "og" before the last', () => {
	expect(said(attendees.slice(0, 3), 'da')).toBe('Emil Holm, Jonas Lund og Mette Krogh');
	expect(said(attendees, 'da')).toBe('Emil Holm, Jonas Lund, Mette Krogh og 1 anden');
});

test('of many three are named, and whoever has no name here is counted with the others', () => {
	const nameless = { id: 'x', name: null, answer: null } as unknown as Attendee;
	const notComing = { id: 'y', name: 'Ida Holm', answer: 'not_coming' } as unknown as Attendee;
	expect(said([nameless, ...attendees, notComing], 'da')).toBe(
		'Emil Holm, Jonas Lund, Mette Krogh og 2 andre',
	);
	expect(said([nameless, nameless, ...attendees], 'da')).toBe(
		'Emil Holm, Jonas Lund, Mette Krogh og 3 andre',
	);
});

test('in Arabic every name is isolated, so that the list is read in its order', () => {
	const isolated = (name: string) => `\u2068${name}\u2069`;
	expect(said(attendees.slice(0, 2), 'ar')).toBe(`${isolated('Emil Holm')} و${isolated('Jonas Lund')}`);
	expect(said(attendees, 'ar')).toContain(isolated('شخص آخر'));
});
