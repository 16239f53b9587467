/**
 * Of lists that grow one by one there may be more than the API hands out of one answer: the page shows the first, says
 * that there are more, and leads to them without scripts.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { largeFamily, longestLists } from '../large-family/large-family.ts';
import { cookieOf, large } from '../e2e/large-family.ts';
import { freshServer } from './fresh.ts';
import type { Server } from '../e2e/server.ts';
import { idOf } from '../policies/labels.ts';
import { read, wordsOf } from './house.ts';

let server: Server;
let known: string;
beforeAll(async () => {
	server = await freshServer('longest-lists', { more: largeFamily() + longestLists() });
	known = await signIn(server.url, 'parent');
});
afterAll(() => server.stop());

const parent = 'large parent';
const coordinator = 'large professional 1';
const asked = 'large professional 2';
const lead = 'large professional 10';
const { family, job } = large;

async function page(who: string, path: string): Promise<string> {
	const answer = await fetch(server.url + path, {
		headers: { cookie: cookieOf(known, who), accept: 'text/html' },
	});
	expect(answer.status, path).toBe(200);
	const html = read(await answer.text());
	expect(html.length, path).toBeLessThan(1_200_000);
	return html;
}
const leadsTo = (html: string) =>
	[...html.matchAll(/href="(\?[^"#]*)/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));

const pages: [who: string, path: string, says: string[], leads: string[]][] = [
	[coordinator, '/families', ['Her er 40 af 1101', 'Lange 0039'], ['?more=80']],
	[coordinator, '/families?order=name', ['Her er 40 af 1101', 'Lange 0039'], ['?order=name&more=80']],
	[coordinator, '/families?order=name&more=1120', ['Lange 1100'], ['?order=name&more=200']],
	[coordinator, `/families/${idOf('long family 700')}`, ['Lange 0700'], []],
	[coordinator, `/families/profile/${job}`, ['Her er 40 af 1101'], ['?more=80']],
	[asked, '/families', ['Her er 20 af 1100', 'Lange 1100'], ['?questions=40']],
	[lead, '/office?more=200', ['Her er 200 af 1250'], ['?more=240']],
	[lead, `/office/colleagues/${large.coordinator}/${job}`, ['Her er 40 af 1101'], ['?more=80']],
	[lead, '/office/invitations', ['Her er 20 af 2320', 'Gæst nr. 1'], ['?more=40']],
	[lead, `/office/families/${family}`, ['Her er 20 af 1220', 'Her er 20 af 1100'], ['?more=40', '?no=40']],
	[parent, '/meetings?ahead=760', ['Her er 200, og der er flere'], ['?ahead=800']],
	[parent, '/meetings?ahead=800', ['Der er flere møder senere', 'Langt fremme 780'], []],
	[coordinator, `/families/${family}?ahead=800`, ['Der er flere møder senere'], []],
	[parent, '/home', ['og 1216 andre er inviteret til at være med hos jer'], []],
	[
		parent,
		'/team',
		['Her er 20 af 1220', 'Her er 20 af 1200', 'Her er 20 af 1100', 'Her er 200, og der er flere'],
		[`?waiting-${family}=40`, `?more-${family}=40`, `?no-${family}=40`],
	],
	[parent, `/team?waiting-${family}=1220`, ['Gæst 120', 'Her er 200 af 1220'], [`?waiting-${family}=200`]],
];
test.each(pages)('%s reads %s', async (who, path, says, leads) => {
	const html = await page(who, path);
	const words = wordsOf(html);
	expect(says.filter((one) => !words.includes(one))).toEqual([]);
	expect(leadsTo(html)).toEqual(expect.arrayContaining(leads));
});

test('a plan that is full is read whole where it is agreed, and one more is refused with its words', async () => {
	const [partner, full] = ['large partner', idOf('long family 1')];
	const agreeing = await page(partner, `/plan/agree?family=${full}`);
	for (const n of [1, 300, 600]) expect(agreeing).toContain(`Nr. ${n}<`);
	expect(wordsOf(await page(partner, '/plan'))).toContain('Her er 15 af 600');
	const answer = await fetch(`${server.url}/plan?/add`, {
		method: 'POST',
		headers: { cookie: cookieOf(known, partner), accept: 'text/html', origin: server.url },
		body: new URLSearchParams({
			_form: `add-${full}`,
			_person: idOf(partner),
			id: idOf('one more'),
			family: full,
			title: 'Ud i skoven',
		}),
	});
	expect(answer.status).toBe(409);
	const html = read(await answer.text());
	expect(wordsOf(html)).toContain('Planen har plads til 600 mål og skridt, højst 300 om den samme.');
	expect(html).toContain('>Ud i skoven</textarea>');
});

test('how the house is can be asked while many are looked up who are nobody', async () => {
	let answered = 0;
	const strangers = Array.from({ length: 400 }, async (_, n) => {
		const cookie = known.replace(/(session=)[^;]*/, `$1nobody${n}`);
		await fetch(`${server.url}/home`, { headers: { cookie }, redirect: 'manual' });
		answered += 1;
	});
	expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
	expect(answered, 'by then, where one behind the other would be all').toBeLessThan(300);
	await Promise.all(strangers);
});
