/** The search for offers in an address such as /offers?words=fodbold&age=11. */
import * as v from 'valibot';
import { lifeAreas } from '$lib/plan/areas';
import { mostLetters, mostWords, oldest, type Asked } from './offers';

const oneWord = String.raw`[^\s\p{P}]+[\s\p{P}]*`;
const firstWords = new RegExp(String.raw`^[\s\p{P}]*(?:${oneWord}){0,${mostWords}}`, 'u');

/** What is looked for of what was written: whole words, as many as the search takes. */
function shortened(written: string): string {
	const [words = ''] = firstWords.exec(written.trim()) ?? [];
	const letters = [...words.trim()];
	if (letters.length <= mostLetters) return letters.join('');
	const within = letters.slice(0, mostLetters + 1).join('');
	// One word that is longer than all that is taken is cut where it is, between two letters.
	return [...within.replace(/\s+\S*$/u, '')].slice(0, mostLetters).join('').trim();
}

/** What makes no sense and cannot have been typed is left out instead of being refused. */
const SearchInAddress = v.object({
	area: v.fallback(v.nullable(v.picklist(lifeAreas)), null),
	age: v.fallback(
		v.nullable(
			v.pipe(v.string(), v.trim(), v.regex(/^\d+$/), v.transform(Number), v.maxValue(oldest), v.integer()),
		),
		null,
	),
	town: v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(120)), ''),
});

/** What is looked for; and what of the words and the age it is not. */
export function searchOf(params: URLSearchParams): Asked {
	const written = (params.get('words') ?? '').trim();
	const age = (params.get('age') ?? '').trim();
	const chosen = v.parse(SearchInAddress, {
		area: params.get('area'),
		age: params.get('age'),
		town: params.get('town') ?? '',
	});
	const words = shortened(written);
	return {
		...chosen,
		words,
		isShortened: words !== written,
		unclearAge: chosen.age === null ? age.slice(0, 20) : '',
	};
}
