/** The catalogue searched: what is found is what row security shows the person anyway. */
import { expect, idOf, on } from '../stage.ts';

const search = (words: string, more = '') => `select id from search_offers('${words}'${more})`;
const found = (...names: string[]) => names.map((name) => ({ id: idOf(name) }));

on('anybody who is signed in', async ({ allowed }) => {
	expect(await allowed(search('lektier'))).toHaveLength(14);
});

on(
	"families find what holds in their municipality, and neither stale, retired nor others' offers",
	async ({ as }) => {
		for (const who of ['parent', 'child', 'other-parent', 'stranger-parent'] as const) {
			expect(await as(who, search('lektiecafé')), who).toEqual(found('fresh offer'));
		}
		expect(await as('former-partner', search('lektiecafé'))).toEqual([]);
		expect(await as('former-nurse', search('lektiecafé'))).toEqual([]);
	},
);

on('professionals find what they can suggest: what families may see', async ({ as }) => {
	expect(await as('teacher', search('lektiecafé'))).toEqual(found('fresh offer'));
	expect(await as('project-lead', search('lektiecafé'))).toEqual(found('fresh offer'));
	expect(await as('stranger-coordinator', search('lektiecafé'))).toEqual(found('far offer'));
});

on(
	'who works elsewhere than at home finds there what is offered there, and never elsewhere',
	async ({ as, owner }) => {
		await owner(`insert into member (id, family_id, person_id, role)
		values ('@at home', '@family', '@stranger-coordinator', 'relative')`);
		const [home, work] = ['@municipality', '@other municipality'];
		const within = (place: string) => `array['${place}']::uuid[]`;
		const offered = [
			[home, 'fresh offer'],
			[work, 'far offer'],
		] as const;
		for (const [place, name] of offered) {
			const where = `, within => ${within(place)}`;
			expect(await as('stranger-coordinator', search('lektiecafé', where)), place).toEqual(found(name));
			expect(await as('stranger-coordinator', search('lektiecavé', where)), place).toEqual(found(name));
			const [offer] = await owner(`select place from offer where id = '@${name}'`);
			const [{ places } = {}] = await as(
				'stranger-coordinator',
				`select offer_places(${within(place)}) as places`,
			);
			expect(places, place).toContain(offer!.place);
			expect(
				await as(
					'stranger-coordinator',
					`select from offer where municipality_id <> '${place}' and place = any (
				select unnest(offer_places(${within(place)})))`,
				),
				place,
			).toEqual([]);
		}
		expect(await as('stranger-coordinator', search('lektiecafé'))).toHaveLength(2);
		expect(await as('parent', search('lektiecafé', `, within => ${within(work)}`))).toEqual([]);
		// A word is spelt as it stands where it is looked for.
		await owner(`update offer set title = 'Lektieborgen' where id = '@far offer'`);
		const spelt = (place: string) => `select spell_offers('lektieborgem', ${within(place)}) as words`;
		expect(await as('stranger-coordinator', spelt(work))).toEqual([{ words: 'lektieborgen' }]);
		expect(await as('stranger-coordinator', spelt(home))).not.toEqual([{ words: 'lektieborgen' }]);
	},
);

on('inflections, misspellings, and no words at all', async ({ as }) => {
	expect(await as('parent', search('lektie'))).toEqual(found('fresh offer'));
	expect(await as('parent', search('lektiekafe'))).toEqual(found('fresh offer'));
	expect(await as('parent', search('svævebane'))).toEqual([]);
	expect(await as('parent', search(''))).toHaveLength(2);
});

on(
	'without words all of them by title, part after part, each once for who also works there',
	async ({ as, owner }) => {
		await owner(
			`insert into offer (id, municipality_id, title, description, provider, provider_kind, place, contact)
		select gen_random_uuid(), '@municipality', 'Tilbud ' || n % 20, 'Ord', 'Os', 'association', 'Sted ' || n % 7, '70'
		from generate_series(1, 60) n`,
		);
		await owner(
			`insert into job (id, person_id, organisation_id, municipality_id, profession)
		values (gen_random_uuid(), '@stranger-parent', '@school', '@municipality', 'Lærer'),
			(gen_random_uuid(), '@stranger-coordinator', '@school', '@municipality', 'Lærer')`,
		);
		const sought = (town: string, skip: number) => search('', `, null, null, '${town}', ${skip}, 25`);
		for (const who of ['parent', 'teacher', 'stranger-parent', 'stranger-coordinator'] as const) {
			for (const town of ['', 'sted 3']) {
				const all = await owner(
					`select id from offer where retired_at is null and verified_on > private.today() - 365
					and (municipality_id = '@municipality' or ${who === 'stranger-coordinator'} and municipality_id = '@other municipality')
					and place ilike '${town}%' order by title, id`,
				);
				expect(all.length, who).toBeGreaterThan(7);
				const parts = [];
				for (let skip = 0; skip < all.length; skip += 25) {
					const part = await as(who, sought(town, skip));
					expect(part.length).toBe(Math.min(26, all.length - skip));
					parts.push(...part.slice(0, 25));
				}
				expect(parts, who).toEqual(all);
			}
		}
	},
);

on('area, age and town narrow it', async ({ as, owner }) => {
	await owner(
		`update offer set age_from = 10, age_to = 13, life_areas = '{school}' where id = '@fresh offer'`,
	);
	expect(await as('parent', search('', `, 'school'`))).toEqual(found('fresh offer'));
	expect(await as('parent', search('lektiecafé', ', null, 14'))).toEqual([]);
	expect(await as('parent', search('lektiecafé', ', null, 13'))).toEqual(found('fresh offer'));
	expect(await as('parent', search('', `, null, null, 'sydby'`))).toEqual([]);
	expect(await as('parent', search('', `, null, null, 'NORD'`))).toHaveLength(2);
});

on('words with quotes, operators and percent signs are only words', async ({ refusal }) => {
	for (const words of ["''", '%', '"', '-', ' & | ! ', 'a or', '(((']) {
		expect(await refusal('parent', search(words.replaceAll("'", "''"))), words).toBeNull();
	}
});
