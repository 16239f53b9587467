/** What a Danish reader would stumble over, as far as a program can see it. The Danish texts are the originals. */
import { describe, expect, test } from 'vitest';
import danish from './danish';

function textsOf(texts: object, prefix: string): [string, string][] {
	return Object.entries(texts).flatMap(([key, value]) =>
		typeof value === 'object'
			? textsOf(value as object, `${prefix}${key}.`)
			: [[prefix + key, String(value)] as [string, string]],
	);
}
const texts = Object.entries(danish).flatMap(([room, of]) => textsOf(of, `${room}:`));

/** What stands in for a value, so that a sentence has its length. */
const filled = (text: string) => text.replace(/\{\{\s*\w+\s*\}\}/g, 'Mette');

/** LIX: words in a sentence, and how many in a hundred have more than six letters (C. H. Björnsson, 1968). */
function lixOf(text: string) {
	const words = text.match(/[\p{L}\d½-]+/gu) ?? [];
	const sentences = text.split(/[.!?:]+(?:\s|$)/).filter((part) => /\p{L}/u.test(part)).length;
	const long = words.filter((word) => word.length > 6).length;
	return { lix: words.length / sentences + (100 * long) / words.length, sentences, words: words.length };
}

/** Sentences, not labels. */
const running = texts
	.map(([key, text]) => ({ key, text: filled(text) }))
	.filter(({ text }) => /[.!?]$/.test(text) && text.split(' ').length >= 4)
	.map(({ key, text }) => ({ key, ...lixOf(text) }));

describe('is easy to read (LIX)', () => {
	test('half of it is at 30 or below', () => {
		const sorted = running.map(({ lix }) => lix).sort((a, b) => a - b);
		expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(30);
	});

	test('no text of three sentences or more is above 35', () => {
		// LIX of one or two short sentences says nothing: a single long word moves it by ten.
		const heavy = running.filter(({ sentences, lix }) => sentences >= 3 && lix > 35);
		expect(heavy.map(({ key, lix }) => `${key}: ${lix.toFixed(1)}`)).toEqual([]);
	});

	test('is counted as it is defined', () => {
		expect(lixOf('Vi mødes. Kommunen finder dem sammen med jer.')).toEqual({
			lix: 8 / 2 + 100 / 8,
			sentences: 2,
			words: 8,
		});
	});
});

/** Beside a name or in a table a date stands alone; a weekday brings its own "den" (longDay). */
const dateAlone = [
	'plan:progress.by',
	'plan:progress.byMe',
	'staff:since.by',
	'office:families.row.next',
	'staff:question.asked',
	'staff:question.askedOn',
	'staff:since.meeting',
	'staff:since.visit',
	'staff:since.enrolment',
	'wellbeing:change.since.day',
];

test.each(texts.filter(([key, text]) => /\{\{date\}\}/.test(text) && !dateAlone.includes(key)))(
	'%s says "den" before a date',
	(_, text) => {
		expect(text).toMatch(/\bden \{\{date\}\}/);
	},
);

test.each(texts.filter(([, text]) => /\{\{(day|date)\}\}/.test(text)))('%s has no "den den"', (key, text) => {
	if (dateAlone.includes(key) && key !== 'wellbeing:change.since.day') {
		expect(text).not.toMatch(/\bden \{\{/);
	}
	expect(text).not.toMatch(/\bden den\b/);
});

describe('no text', () => {
	test('makes a genitive by sticking an s on a name', () => {
		expect(texts.filter(([, text]) => /\}\}s\b/.test(text))).toEqual([]);
	});

	test('says "skal ikke", which forbids, where something need not be done', () => {
		expect(texts.filter(([, text]) => /\b(skal ikke|ikke skal)\b/i.test(text))).toEqual([]);
	});

	test('says "i listen": what stands there stands "på listen"', () => {
		expect(texts.filter(([, text]) => /\bi listen\b/i.test(text))).toEqual([]);
	});

	test('says "natten efter", which is a day later than meant', () => {
		expect(texts.filter(([, text]) => /\b(natten|dagen) efter\b/i.test(text))).toEqual([]);
	});

	test('speaks of the machine: "bruger", "login", "hold" for a team', () => {
		const machine = /\b(brugeren?|brugere|login|record|submit|input|felt er påkrævet|ugyldig\w*)\b/i;
		expect(
			texts.filter(([, text]) => machine.test(text) && !/\b(du|jeg|ikke|der) bruger\b/i.test(text)),
		).toEqual([]);
		expect(texts.filter(([, text]) => /\b(et|jeres|vores|holdet?s?) hold\b|\bholdet\b/i.test(text))).toEqual(
			[],
		);
	});

	test('says one length error in two ways', () => {
		const tooLong = texts.filter(([key]) => /TooLong$/.test(key)).map(([, text]) => text);
		expect(tooLong.filter((text) => /med højst|lidt for langt/.test(text))).toEqual([]);
	});

	test('says "I" where a goal may be one person’s own', () => {
		// The other home's goals are shown to parents only.
		const isAskedOtherwise = (key: string) => texts.some(([other]) => other === `${key}Mine`);
		const may = texts.filter(
			([key]) =>
				/^plan:(add|goal|edit|progress|receipt|state|step|page)\./.test(key) &&
				key !== 'plan:goal.otherHomeHint' &&
				!isAskedOtherwise(key),
		);
		expect(may.filter(([, text]) => /(^|[^\p{L}])(I(?! mål)|jeres|jer)($|[^\p{L}])/u.test(text))).toEqual([]);
	});
});
