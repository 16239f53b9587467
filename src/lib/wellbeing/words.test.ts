import { describe, expect, test } from 'vitest';
import { engine } from '$lib/i18n/engine';
import danish from '$lib/i18n/locales/da/wellbeing.json';
import { comparisonsOf } from './change';
import { changeWords, curveWords } from './sentences';
import { figure, scoreWords } from './words';

const t = engine('da', { wellbeing: danish });
const rated = ({ at, score }: { at: string; score: number }) => ({ ratedAt: at, score });
const at = (day: string, score: number) => ({ at: `${day}T12:00:00Z`, score });

describe('the sentence', () => {
	test.each([
		['who5', at('2026-03-10', 32), at('2026-06-10', 44), 'Du har det lidt bedre end i marts'],
		['who5', at('2026-03-10', 32), at('2026-06-10', 52), 'Du har det bedre end i marts'],
		['who5', at('2026-03-10', 40), at('2026-06-10', 48), 'Du har det omtrent som i marts'],
		['who5', at('2026-03-10', 52), at('2026-06-10', 40), 'Det er lidt sværere for dig end i marts'],
		// An own scale may be about a back: it is not "you" who is better.
		['scale', at('2026-03-10', 2), at('2026-06-10', 3), 'Det går lidt bedre end i marts'],
		// Another March, this very month, and midnight in Denmark on the last of a month.
		['ladder', at('2025-03-10', 4), at('2026-03-10', 5), 'Du har det lidt bedre end i marts 2025'],
		['ladder', at('2026-06-01', 4), at('2026-06-10', 5), 'Du har det lidt bedre end den 1. juni 2026'],
		[
			'smiley',
			{ at: '2026-05-31T22:30:00Z', score: 5 },
			at('2026-07-10', 3),
			'Det er sværere for dig end i juni',
		],
	] as const)('%s', (topic, before, last, words) => {
		expect(changeWords(t, 'da', topic, { before: rated(before), last: rated(last) }, '2026-08-01')).toBe(
			words,
		);
	});

	test('says which answer it is, where there are two', () => {
		const [start, before, last] = [at('2026-03-10', 5), at('2026-06-07', 4), at('2026-06-10', 4)].map(rated);
		const words = comparisonsOf([start!, before!, last!], '2026-03-01').map((comparison) =>
			changeWords(t, 'da', 'smiley', comparison, '2026-06-10'),
		);
		expect(words).toEqual([
			'Du har det omtrent som sidst (den 7. juni 2026)',
			'Det er lidt sværere for dig end første gang (i marts)',
		]);
		const earlier = rated(at('2026-02-01', 5));
		const again = comparisonsOf([earlier, start!, before!, last!], '2026-03-01').at(-1)!;
		expect(changeWords(t, 'da', 'smiley', again, '2026-06-10')).toBe(
			'Det er lidt sværere for dig end første gang efter starten (i marts)',
		);
	});

	test.each([
		['2026-06-10', 'tidligere i dag'],
		['2026-06-11', 'tidligere samme dag'],
	])('of two answers of one day, read on %s, says %s', (today, when) => {
		const [first, before] = [rated(at('2026-03-10', 5)), rated(at('2026-06-10', 2))];
		const last = { ratedAt: '2026-06-10T21:30:00Z', score: 4 };
		expect(changeWords(t, 'da', 'ladder', { before, last }, today)).toBe(`Du har det bedre end ${when}`);
		const words = comparisonsOf([first, before, last], '2026-03-01').map((comparison) =>
			changeWords(t, 'da', 'ladder', comparison, today),
		);
		expect(words).toEqual([
			`Du har det bedre end sidst (${when})`,
			'Det er lidt sværere for dig end første gang (i marts)',
		]);
		// Past midnight in Denmark it is another day.
		const next = { ratedAt: '2026-06-10T22:30:00Z', score: 4 };
		expect(changeWords(t, 'da', 'ladder', { before, last: next }, '2026-06-11')).toBe(
			'Du har det bedre end den 10. juni 2026',
		);
	});
});

test('scores in words', () => {
	expect(scoreWords(t, 'who5', 52)).toBe('52 af 100');
	expect(scoreWords(t, 'ladder', 4)).toBe('Trin 4 af 10');
	expect(scoreWords(t, 'smiley', 1)).toBe('Meget ked af det');
	expect(figure(4.5, 'da')).toBe('4,5');
	expect(figure(4.5, 'ar')).toBe('4.5');
});

test('the curve as those hear it who do not see it', () => {
	const points = [at('2026-03-10', 32), at('2026-04-10', 60), at('2026-06-10', 52)];
	expect(curveWords(t, 'da', 'who5', points, '2026-03-01')).toBe(
		'Kurve med 3 svar fra den 10. marts 2026 til den 10. juni 2026. Første svar: 32 af 100. Seneste svar: 52 af 100. Start: den 1. marts 2026.',
	);
	expect(curveWords(t, 'da', 'who5', points.slice(0, 1), null)).toBe(
		'Kurve med ét svar: 32 af 100 den 10. marts 2026.',
	);
	expect(curveWords(t, 'da', 'who5', [], null)).toBe('');
});
