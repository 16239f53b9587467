/**
 * Every page of a family with years behind it: none fails, none is without end, and none says that there is nothing
 * where there is something.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { signIn } from '../bench/pages.ts';
import { idOf } from '../policies/labels.ts';
import { largeFamily, longerLists } from '../large-family/large-family.ts';
import { cookieOf, inLarge, large } from '../e2e/large-family.ts';
import { pagesAbout } from '../e2e/pages.ts';
import { freshServer } from './fresh.ts';
import type { Server } from '../e2e/server.ts';
import { read, wordsOf } from './house.ts';

let server: Server;
let known: string;
beforeAll(async () => {
	server = await freshServer('large-family', { more: largeFamily() + longerLists() });
	known = await signIn(server.url, 'parent');
});
afterAll(() => server.stop());

/** Every sentence that says that there is nothing: the keys call them so. */
const locales = new URL('../../src/lib/i18n/locales/da/', import.meta.url);
type Words = { [key: string]: string | Words };
const nothings = readdirSync(locales).flatMap((file) => {
	const within = (words: Words, path: string): [string, string][] =>
		Object.entries(words).flatMap(([key, value]) =>
			typeof value === 'string'
				? /^(no[A-Z].*|none.*|(.*E|e)mpty)$/.test(key) && !value.includes('{{')
					? [[`${path}${key}`, value]]
					: []
				: within(value, `${path}${key}.`),
		);
	return within(JSON.parse(readFileSync(new URL(file, locales), 'utf8')) as Words, `${file.slice(0, -5)}:`);
});

const { family, goal, version, coordinator } = large;
/** The meeting with a long agenda. */
const agenda = idOf('large meeting 300');
/** Further down the lists that grow. */
const further: Record<string, string[]> = {
	parent: [
		`/plan?more-${family}=30`,
		`/plan/agreed/${version}?goals=30&different=300&versions=20`,
		`/plan/${goal}?more=60&said=40`,
		'/meetings?more=40&ahead=80',
		`/meetings?after=${large.heldMeeting}`,
		`/meetings/${agenda}?points=400`,
		`/plan?elsewhere=60`,
		`/sharing/${coordinator}?more=40`,
		'/offers?more=80&going=40&over=40',
		'/offers?more=1120',
		`/team?more-${family}=40&waiting-${family}=40`,
		'/team/log?more=60',
		'/sharing/log?more=90',
		'/wellbeing/who5?more=300',
		'/wellbeing/ladder',
	],
	coordinator: [
		`/families/${family}?offers=40`,
		`/families/${family}/goals/${goal}?more=60`,
		`/families/${family}/offers?more=80`,
	],
	'project-lead': ['/office?more=80', '/office/colleagues?more=80', '/office/offers?more=120'],
};

/** What is true of this family, and of the 149 others at the office. */
const trueHere = [
	'common:none',
	'held:none',
	'held:noneTheirs',
	'held:said.none',
	'meetings:answer.mine.none',
	'meetings:answer.theirs.none',
	'offers:goal.none',
	'offers:noPrice',
	'office:families.noCoordinator',
	'office:family.empty',
	'office:offers.checkEmpty',
	'plan:goal.noDue',
	'plan:goal.noSign',
	'staff:meeting.noPoints',
	'staff:offers.noGoal',
];

/** Of all of them only one answers about herself, and what one child has in another home is not agreed. */
const trueOfOthers = ['agreed:none', 'home:looked.none', 'home:me.none'];

/** Everybody's pages, as everybody is in the large family. Who is not signed in sees none of it. */
const pages = pagesAbout(large).filter(({ persona }) => persona !== null);

const shown = new Map<string, string>();
/** A page that leads nowhere else. It is asked for once. */
async function page(path: string, who: string): Promise<string> {
	const already = shown.get(`${who} ${path}`);
	if (already) return already;
	const answer = await ask(path, who, 'manual');
	expect(answer.status, answer.headers.get('location') ?? '').toBe(200);
	const html = await answer.text();
	shown.set(`${who} ${path}`, html);
	return html;
}
const ask = (path: string, who: string, redirect: RequestRedirect = 'follow') =>
	fetch(server.url + path, { redirect, headers: { cookie: cookieOf(known, who), accept: 'text/html' } });

for (const { persona, paths } of pages) {
	const who = inLarge[persona as keyof typeof inLarge];
	for (const path of [...paths, ...(further[persona!] ?? [])]) {
		test(`${path} for ${who}`, async () => {
			const html = await page(path, who);
			expect(html.length).toBeLessThan(1_200_000);
			const read = html.replace(/<script[\s\S]*?<\/script>/g, '');
			const isTrue = persona === 'parent' ? trueHere : [...trueHere, ...trueOfOthers];
			const said = nothings.filter(([key, words]) => read.includes(words) && !isTrue.includes(key));
			expect(said).toEqual([]);
		});
	}
}

/** What lists that grow are called in an address, as the pages call them. */
const names = globSync('src/**/*.server.ts').flatMap((file) =>
	[...readFileSync(file, 'utf8').matchAll(/windowAt\(\s*[\w.]+,\s*\w+(?:,\s*['`]([^'`]+)['`])?/g)].map(
		([, name]) => (name ?? 'more').replace('${id}', family),
	),
);
const beyond = new URLSearchParams(names.map((name) => [name, '900000']));

/** What somebody reads there, wherever it leads. */
const get = async (path: string, who: string): Promise<string> => read(await (await ask(path, who)).text());

for (const { persona, paths } of pages) {
	const who = inLarge[persona as keyof typeof inLarge];
	test.each(paths)(`beyond the end of its lists %s is for ${who} as at their beginning`, async (path) => {
		const asked = `${path}${path.includes('?') ? '&' : '?'}${beyond.toString()}`;
		const words = wordsOf(await get(asked, who));
		if (words === wordsOf(read(await page(path, who)))) return;
		// What somebody has read since is said differently by now.
		expect(words).toBe(wordsOf(await get(path, who)));
	});
}

test('after the oldest of all meetings one is where they begin', async () => {
	const [, next] = /href="\?after=([\da-f-]{36})#past"/.exec(
		await get('/meetings?more=900', 'large parent'),
	)!;
	const further = await get(`/meetings?more=450&after=${next}`, 'large parent');
	const oldest = [...further.matchAll(/href="\/meetings\/([\da-f-]{36})"/g)].at(-1)![1]!;
	const begins = wordsOf(await get('/meetings', 'large parent'));
	for (const asked of [`after=${oldest}`, `after=${oldest}&more=900`]) {
		expect(wordsOf(await get(`/meetings?${asked}`, 'large parent')), asked).toBe(begins);
	}
});

/** Where not all of it is shown, the page says so, and leads on. */
const cut: [who: string, path: string, says: (string | RegExp)[]][] = [
	['large parent', '/offers', ['Her er 40, og der er flere', 'href="?more=80"']],
	['large parent', '/offers?more=80', ['Her er 80, og der er flere', 'href="?more=120"']],
	['large parent', `/sharing/${coordinator}/stop?topic=who5`, ['har allerede læst mindst 3 svar']],
	['large parent', '/plan', ['Her er 15 af 201', 'href="?elsewhere=30"']],
	['large parent', '/meetings?more=900', ['Her er 200 af 1350', /href="\?after=[\da-f-]{36}#past"/]],
	['large parent', `/meetings/${agenda}`, ['Her er 200, og der er flere', 'href="?points=400"']],
	[
		'large parent',
		`/meetings/${agenda}?points=400`,
		['Her er 30 af 230', '<ol start="201"', '<ol start="202"'],
	],
	['large parent', `/sharing/${coordinator}`, ['Her er 20 af 104', 'href="?more=40"']],
	['large parent', '/wellbeing/who5', ['Du har svaret 1200 gange. Kurven viser de nyeste svar']],
	[
		'large professional 1',
		`/families/${family}`,
		['De nyeste 5 noter', 'Der er skrevet mere.', 'Her er 20 af 60', 'href="?offers=40"'],
	],
	[
		'large professional 1',
		`/families/${family}/goals/${idOf('large goal 1')}`,
		['Her er 20 af 200', 'Her er 20 af 46', 'Sagt på 25 måder mere imellem', 'href="?said=40#said-27"'],
	],
	['large parent', `/plan/${idOf('large goal 1')}`, ['Her er 20 af 46', 'href="?said=40#said-27"']],
	[
		'large parent',
		`/plan/${idOf('large goal 1')}?said=40`,
		['Her er 40 af 46', /Sagt 7<[^]*Sagt på 5 måder/],
	],
	['large professional 1', `/families/${family}/offers`, ['Her er 40, og der er flere']],
];
test.each(cut)('for %s %s says that there is more', async (who, path, says) => {
	const html = (await page(path, who)).replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, '');
	for (const words of says) expect(html).toMatch(words);
});
