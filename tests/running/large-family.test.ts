/**
 * Every page of a family with years behind it: none fails, none is without end, and none says that there is nothing
 * where there is something.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { signIn } from '../bench/pages.ts';
import { idOf } from '../policies/labels.ts';
import { addLargeFamily, cookieOf } from '../e2e/large-family.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';

let server: Server;
let known: string;
beforeAll(async () => {
	const folder = freshData('large-family');
	await addLargeFamily(folder);
	server = await startServer(folder);
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

const family = idOf('large family');
const coordinator = idOf('large professional 1');
const goal = idOf('large goal 2');
const version = idOf('large version 30');
const offer = idOf('large offer 3');
const pages: [who: string, paths: string[]][] = [
	[
		'large parent',
		[
			'/home',
			'/plan',
			`/plan?more-${family}=30`,
			'/plan/agree',
			'/plan/agree?more=30',
			`/plan/agreed/${version}`,
			`/plan/agreed/${version}?goals=30&different=300&versions=20`,
			`/plan/${goal}`,
			`/plan/${goal}?more=60`,
			`/plan/${goal}/edit`,
			'/meetings',
			'/meetings?more=40&ahead=80',
			`/meetings/${idOf('large meeting 291')}`,
			'/meetings/new',
			'/offers',
			'/offers?words=fodbold',
			'/offers?more=80&going=40&over=40',
			'/offers?more=1120',
			`/offers/${offer}`,
			'/team',
			'/team?more=40',
			'/team/coordinator',
			`/team/coordinator/${idOf('large professional 2')}`,
			'/sharing',
			`/sharing/${coordinator}`,
			`/sharing/${coordinator}/preview?topic=who5`,
			`/sharing/${coordinator}/stop?topic=who5`,
			'/sharing/log',
			'/sharing/log?more=90',
			'/wellbeing',
			'/wellbeing/who5',
			'/wellbeing/who5?more=300',
			'/wellbeing/ladder',
			'/wellbeing/who5/answer',
			'/wellbeing/help',
			'/wellbeing/scales',
			`/meetings/${idOf('large meeting 291')}/move`,
			'/enrolment',
			'/more',
			'/me',
			'/me/devices',
		],
	],
	[
		'large professional 1',
		[
			'/families',
			`/families/${family}`,
			`/families/${family}?offers=40`,
			`/families/${family}/goals/${goal}`,
			`/families/${family}/agreed/${version}`,
			`/families/${family}/goals/${goal}?more=60`,
			`/families/${family}/answers`,
			`/families/${family}/offers`,
			`/families/${family}/offers?more=80`,
			`/families/${family}/offers/${offer}`,
			`/families/${family}/invite`,
			`/families/${family}/meetings/new`,
			`/families/${family}/meetings/${idOf('large meeting 291')}`,
		],
	],
	[
		'large professional 10',
		[
			'/office',
			'/office?more=80',
			`/office/families/${family}`,
			'/office/invitations',
			'/office/invitations/member',
			'/office/offers',
			'/office/offers?more=120',
			`/office/offers/${offer}`,
		],
	],
];

/** What is true of this family, and of the 149 others at the office. */
const trueHere = [
	'common:none',
	'meetings:answer.mine.none',
	'meetings:answer.theirs.none',
	'meetings:point.none',
	'meetings:point.noneTheirs',
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

for (const [who, paths] of pages) {
	for (const path of paths) {
		test(`${path} for ${who}`, async () => {
			const answer = await fetch(server.url + path, {
				redirect: 'manual',
				headers: { cookie: cookieOf(known, who), accept: 'text/html' },
			});
			expect(answer.status, answer.headers.get('location') ?? '').toBe(200);
			const html = await answer.text();
			expect(html.length).toBeLessThan(1_200_000);
			const read = html.replace(/<script[\s\S]*?<\/script>/g, '');
			const said = nothings.filter(([key, words]) => read.includes(words) && !trueHere.includes(key));
			expect(said).toEqual([]);
		});
	}
}

/** Where not all of it is shown, the page says so, and leads on. */
const cut: [who: string, path: string, says: string[]][] = [
	['large parent', '/offers', ['Her er 40, og der er flere', 'href="?more=80"']],
	['large parent', '/offers?more=80', ['Her er 80, og der er flere', 'href="?more=120"']],
	['large parent', `/sharing/${coordinator}/stop?topic=who5`, ['har allerede læst mindst 3 svar']],
	['large parent', '/wellbeing/who5', ['Du har svaret 1200 gange. Kurven viser de nyeste svar']],
	[
		'large professional 1',
		`/families/${family}`,
		['De nyeste 5 noter', 'Der er skrevet mere.', 'Her er 20 af 60', 'href="?offers=40"'],
	],
	['large professional 1', `/families/${family}/goals/${idOf('large goal 1')}`, ['Her er 20 af 200']],
	['large professional 1', `/families/${family}/offers`, ['Her er 40, og der er flere']],
];
test.each(cut)('for %s %s says that there is more', async (who, path, says) => {
	const answer = await fetch(server.url + path, {
		headers: { cookie: cookieOf(known, who), accept: 'text/html' },
	});
	const html = (await answer.text()).replace(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, '');
	for (const words of says) expect(html).toContain(words);
});
