/** A tired parent types what she is looking for, and it comes first; what has nothing to do with it stays away. */
import { afterAll, describe, expect, test } from 'vitest';
import { begun } from './begun.ts';

const pglite = await begun('demo');
const amira = '00000000-0000-7000-8001-0000000000a1'; // parent in Egelund
const sofie = '00000000-0000-7000-8001-0000000000d1'; // parent in Strandby
const thomas = '00000000-0000-7000-8001-0000000000e4'; // project lead in Egelund

afterAll(() => pglite.close());

/** What this person gets from one function, through row security like everybody. */
async function as<Value>(person: string, sql: string, parameters: unknown[]): Promise<Value[]> {
	return pglite.transaction(async (asked) => {
		await asked.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify({ sub: person })]);
		await asked.exec('set local role authenticated');
		const { rows } = await asked.query<Record<string, Value>>(sql, parameters);
		return rows.map((row) => Object.values(row)[0]!);
	});
}
const found = (words: string, person = amira) =>
	as<string>(person, 'select title from public.search_offers($1)', [words]);
const spelt = async (words: string) =>
	(await as<string | null>(amira, 'select public.spell_offers($1)', [words]))[0];

const football = 'Fodbold for drenge og piger';
const swimming = 'Svømning for børn og voksne';
const back = 'Ryghold: få det bedre med ondt i ryggen';
const debt = 'Gældsrådgivning';
const mothers = 'Mødregruppe med plads til alle';
const job = 'Hjælp til dit første fritidsjob';
const homework = 'Lektiecafé med hjælp og boller';
const horses = 'Staldhjælp og ridning';
const housing = 'Hjælp til at finde bolig';
const cooking = 'Vi laver mad sammen';
const danish = 'Dansk i hverdagen';
const library = 'Brætspil og kakao på biblioteket';
const talk = 'Åben Snak';
const scouts = 'Spejder ved søen';
const jobCafe = 'Jobcafé uden dresscode';

describe('what is looked for comes first', () => {
	test.each<[words: string, first: string, not: string[]]>([
		// as it is written, in any letters
		['fodbold', football, ['Værkstedet: prøv et arbejde', scouts, back]],
		['FODBOLD', football, [scouts]],
		['mødre', mothers, [back, football]],
		['Åben snak', talk, ['Åben rådgivning for familier']],
		['cv', jobCafe, [job]],
		// inflections
		['spejdere', scouts, [football]],
		['svømme', swimming, [scouts]],
		['heste', horses, [library]],
		['mødrene', mothers, [back]],
		['lektier', homework, [danish]],
		['cykler', 'Cykelværkstedet søger unge', [football]],
		['boliger', housing, [football]],
		// compounds
		['ryg', back, [mothers, scouts]],
		['job', job, [football]],
		['gæld', debt, [back, horses]],
		['spejdergruppe', scouts, [mothers]],
		['fodboldklub', football, ['Ungdomsklubben Loftet']],
		['rygtræning', back, [mothers]],
		// æ, ø and å on a keyboard without them
		['svoemning', swimming, [scouts]],
		['moedre', mothers, [back]],
		['gaeldsraadgivning', debt, ['Åben rådgivning for familier']],
		['braetspil', library, [football]],
		['aaben snak', talk, ['Åben rådgivning for familier']],
		// misspellings
		['fotbold', football, ['Værkstedet: prøv et arbejde', scouts]],
		['foddbold', football, [scouts]],
		['fodbll', football, [scouts]],
		['fodblod', football, [scouts]],
		['svomning', swimming, [scouts]],
		['gældsradgivning', debt, ['Åben rådgivning for familier']],
		['lektiehjælp', homework, [horses, housing]],
		['budjet', 'Budget ved køkkenbordet', [library]],
		// several words, and whole sentences
		['jeg vil gerne spille fodbold', football, ['Fritidspas', library]],
		['hjælp til gæld', debt, [job, homework]],
		['svømme med børn', swimming, ['Fritidspas']],
		['fotbold nørreby', football, ['Staldhjælp og ridning', 'Fritidspas']],
		['lave mad', cooking, ['Morgencafé på skolen']],
		['bange for at åbne breve', debt, [football, mothers]],
	])('%s', async (words, first, not) => {
		const titles = await found(words);
		expect(titles[0]).toBe(first);
		expect(titles.filter((title) => not.includes(title))).toEqual([]);
	});
});

test.each([
	'dans',
	'skak',
	'kunst',
	'psykolog',
	'xyzzy',
	'كرة القدم',
	'😀',
	'!!!',
	"'; drop table offer; --",
])('%s finds nothing rather than something else', async (words) => {
	expect(await found(words)).toEqual([]);
});

test('offers that are stale or have stopped are not found, by the project lead either', async () => {
	for (const person of [amira, thomas]) {
		const all = await found('', person);
		expect(all).toContain(football);
		expect(all).not.toContain('Gåture med hunde');
		expect(all).not.toContain('Ferielejr for familier');
	}
	expect(await found('ferielejr')).toEqual([]);
});

test('a family finds what its own municipality offers', async () => {
	expect(await found('arbejde', sofie)).toEqual(['Værkstedet: prøv et arbejde']);
	expect(await found('fodbold', sofie)).toEqual([]);
});

test('little words alone look for nothing, so everything is shown', async () => {
	expect(await found('når på også')).toEqual(await found(''));
	expect(await found('naar paa ogsaa')).toEqual(await found(''));
});

test('area, age and place narrow it down, alone and together', async () => {
	const narrowed = (area: string | null, age: number | null, town: string) =>
		as<string>(amira, `select title from public.search_offers('', $1, $2, $3)`, [area, age, town]);
	expect(await narrowed('leisure_job', null, '')).toEqual(['Cykelværkstedet søger unge', job, horses]);
	expect(await narrowed('leisure_job', 13, '')).toEqual([job, horses]);
	expect(await narrowed('leisure_job', 13, 'noerreby')).toEqual([horses]);
	expect(await narrowed('housing', null, 'Nørreby')).toEqual([]);
	expect(await narrowed(null, null, '%')).toEqual([]);
});

test('the other spelling is told, and only when there is one', async () => {
	expect(await spelt('fotbold i nørreby')).toBe('fodbold nørreby');
	expect(await spelt('fodbold i nørreby')).toBe(null);
	// These are spelt right, only on another keyboard.
	expect(await spelt('BRAETSPIL moedre svoemning gaeld aaben Åben')).toBe(null);
	expect(await spelt('xyzzy')).toBe(null);
	expect(await spelt('')).toBe(null);
});

test('who offers nothing and is offered nothing finds nothing', async () => {
	expect(await found('fodbold', '00000000-0000-7000-8001-0000000000ff')).toEqual([]);
});
