/** A catalogue as large as a search ever meets, in words made of Danish ones. The same offers every time. */
import type { SqlRunner } from '../../supabase/embedded/migrate.ts';

const beginnings =
	'fod hånd bad ryg hest mad sprog læse skole klub børne ungdoms kvinde mænds havne skov by musik dans sang kunst teater film natur fiske cykel løbe svømme ride job fritids bolig penge gælds familie forældre sorg samtale rådgivnings have';
const ends =
	'bold hold gruppe café klub time dag aften kursus hjælp værksted spil tur træning lejr forening sted hus råd linje netværk møde skole center projekt';

/** Sixteen words that resemble what is written, or nothing. */
export const unknownWords =
	'fotbolt hantbol baatminton ryktræmin hæstehjaelb maatlavninh sprokcaffe læsegrubbe skolehjalp klubaftn børnegrube ungdomsklup qxzvwa kqxzvwb zqxjw havnefæst';

/** Words that much of it holds: each of them in a twenty-fifth of all that is written, and together in nearly every offer. */
export const ordinaryWords: Record<string, string> = {
	'an ordinary word': 'hold',
	'two ordinary words': 'hjælp klub',
	'four ordinary words': 'hjælp gruppe klub hold',
	'sixteen beginnings': 'fod bol sva hol spi kla fri træ ung bør for sam hjæ lek mad dan',
	'sixteen ends':
		'ing ning hed else dom skab træning hjælp gruppe klub hold café kursus forløb samtale vejledning',
};

const words = (text: string) => `string_to_array('${text}', ' ')`;
const pick = (list: string, count: number, salt: string) =>
	`(${words(list)})[1 + (hashtext(n || '${salt}' || k) & 2147483647) % ${count}]`;

/** Adds so many offers to the municipality. */
export async function grow(db: SqlRunner, municipality: string, offers: number): Promise<void> {
	const made = `select array_agg(${pick(beginnings, 40, 'a')} || ${pick(ends, 25, 'b')} order by k) as w from generate_series(1, 9) k`;
	await db.exec(`
		insert into public.offer (id, municipality_id, title, description, provider, provider_kind, place, contact)
		select gen_random_uuid(), '${municipality}', initcap(w[1]) || ' ' || n, concat_ws(' ', w[2], 'og', w[3], 'for', w[4], w[5], w[6]),
			w[7] || ' ' || w[8], 'association', initcap(w[9]), '70'
		from generate_series(1, ${offers}) n, lateral (${made}) made;
		analyze public.offer; analyze private.vocabulary; analyze private.offer_word;
	`);
}
