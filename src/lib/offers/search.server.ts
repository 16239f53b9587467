/** The search for offers in an address such as /offers?words=fodbold&age=11. */
import * as v from 'valibot';
import { lifeAreas } from '$lib/plan/areas';
import { oldest, type Search } from './offers';

/** What makes no sense is left out instead of being refused. */
const SearchInAddress = v.object({
	words: v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''),
	area: v.fallback(v.nullable(v.picklist(lifeAreas)), null),
	age: v.fallback(
		v.nullable(
			v.pipe(v.string(), v.trim(), v.regex(/^\d+$/), v.transform(Number), v.maxValue(oldest), v.integer()),
		),
		null,
	),
	town: v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(120)), ''),
});

/** What is looked for. */
export const searchOf = (params: URLSearchParams): Search =>
	v.parse(SearchInAddress, {
		words: params.get('words') ?? '',
		area: params.get('area'),
		age: params.get('age'),
		town: params.get('town') ?? '',
	});
