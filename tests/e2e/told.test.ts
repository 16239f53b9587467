/** What people are told before they trust the house with anything: signed in or not, filled in or not. */
import { signIn } from '../bench/pages.ts';
import { expect, test } from './fixtures.ts';

const mette = '00000000-0000-7000-8001-0000000000e1';

async function textOf(baseURL: string, path: string, persona?: string): Promise<string> {
	const cookie = persona ? await signIn(baseURL, persona) : '';
	const answer = await fetch(baseURL + path, { headers: { cookie, 'accept-language': 'da' } });
	expect(answer.status, path).toBe(200);
	return (await answer.text()).replaceAll(/<!--.*?-->/g, '');
}

test('privacy says who is responsible, whom to ask, for how long and where to complain', async ({
	baseURL,
}) => {
	for (const persona of [undefined, 'parent', 'coordinator']) {
		const text = await textOf(baseURL!, '/privacy', persona);
		for (const said of [
			'Egelund Kommune har ansvaret',
			'dpo@egelund.example',
			'Barnets lov',
			'fem år efter',
			'https://www.datatilsynet.dk',
			'barnets lov §\u00a0133',
		]) {
			expect(text, persona).toContain(said);
		}
	}
});

test('the accessibility page leads to the statement and says whom to call and write to', async ({
	baseURL,
}) => {
	for (const persona of [undefined, 'child']) {
		const text = await textOf(baseURL!, '/was', persona);
		for (const said of [
			'https://was.digst.dk/',
			'tel:00000011',
			'mailto:tilgaengelighed@egelund.example',
			'de fleste af de regler, loven kræver',
			'Sidst gennemgået',
			'Digitaliseringsstyrelsen',
		]) {
			expect(text, persona).toContain(said);
		}
	}
});

test('what a municipality has not written is said to be missing, not made up', async ({ baseURL }) => {
	for (const path of ['/privacy', '/was']) {
		const text = await textOf(baseURL!, path, 'stranger-coordinator');
		expect(text).toContain('Strandby Kommune har ikke skrevet det hele her endnu');
		expect(text).not.toContain('egelund.example');
	}
});

test('the duty to report is said before anything is shared', async ({ baseURL }) => {
	const text = await textOf(baseURL!, `/sharing/${mette}/preview?topic=who5`, 'young-person');
	expect(text).toContain('Bliver en fagperson bekymret for et barn');
});

test('a meeting about a child says that both homes see it, and a child whom to ask about an offer', async ({
	baseURL,
}) => {
	const meetings = await textOf(baseURL!, '/meetings', 'other-parent');
	const [, id] = /href="\/meetings\/([\w-]{36})"/.exec(meetings) ?? [];
	expect(await textOf(baseURL!, `/meetings/${id}`, 'child')).toContain('kan begge hjem se mødet');
	expect(await textOf(baseURL!, '/offers', 'child')).toContain('Spørg en voksen i familien');
});
