/** Finding and choosing in a long list without a script: what was found and chosen stays, and nobody found is said as it is. */
import { expect, test } from 'vitest';
import { people } from '../people.ts';
import { house } from './house.ts';

const { page, post, seen } = house('finding');
const lead = 'project-lead';
const family = '00000000-0000-7000-8002-00000000000a';
const id = (tail: string) => `01990000-0000-7000-8000-0000000000${tail}`;

const teacher = '00000000-0000-7000-8001-0000000000e2';
const volunteers = '00000000-0000-7000-8006-0000000000e3';
for (const [path, fields, chosen] of [
	[
		`/office/colleagues/${teacher}?part=Frivillig`,
		{ id: id('c1'), profession: '' },
		{ organisation: volunteers },
	],
	[
		'/office/invitations/professional?part=Frivillig',
		{ id: id('c2'), name: '' },
		{ organisation: volunteers },
	],
	['/office/invitations/member?part=Holm', { id: id('c3'), name: '' }, { family }],
	[`/office/invitations/member?part=ingen&family=${family}`, { id: id('c4'), name: '' }, { family }],
] as const) {
	test(`${path}: what was found and chosen is there after a mistake, without a script`, async () => {
		const [, action] = /action="([^"]*\?\/(?:give|invite)[^"]*)"/.exec(await page(path, lead))!;
		const at = path.split('?')[0] + action!.replaceAll('&amp;', '&');
		const answer = await post(at, lead, {
			_form: action!.includes('give') ? 'give' : 'invite',
			_person: people[lead],
			...fields,
			...chosen,
		});
		expect(answer.status).toBe(400);
		const html = await answer.text();
		expect(html).toMatch(/name="part"[^>]*value="\w+"/);
		expect(html).toMatch(new RegExp(`<option value="${Object.values(chosen)[0]!}" selected`));
	});
}

test('who is found but cannot be chosen is said to be so, and nobody is when nobody is found', async () => {
	const of = (path: string) => page(path, lead);
	expect(await of(`/office/families/${family}?part=Krogh`)).toContain('er i teamet allerede');
	expect(await of(`/office/colleagues/${teacher}?part=Skole`)).toContain('arbejder allerede alle de steder');
	expect(await of(`/office/invitations/member?part=ingen&family=${family}`)).toContain(
		'Der er ingen, der hedder noget med ”ingen”',
	);
});

test('where nobody is found there is nothing to choose from, but a way back to all of them', async () => {
	const path = `/office/families/${family}`;
	const found = await page(`${path}?part=Juul`, lead);
	expect(found).toContain('name="job"');
	const nobody = await page(`${path}?part=ingen`, lead);
	expect(nobody).not.toContain('name="job"');
	expect(nobody).toMatch(/<a href="\?#find"[^>]*>[\s\S]{0,80}Vis alle/);
	expect(nobody, 'what comes stands in the same place').toContain('action="#find" id="find"');
	expect(await page('/office/invitations/professional?part=ingen', lead)).not.toContain(
		'name="organisation"',
	);
});

test('an offer of a long catalogue is found by a part of its name', async () => {
	const found = await page('/office/offers?part=hunde', lead);
	expect(found).toContain('Gåture med hunde');
	expect(found).not.toContain('Spejder ved søen');
	expect(found).toContain('Vis alle');
	const nothing = await page('/office/offers?part=%25%25x', lead);
	expect(nothing).toContain('Intet tilbud hedder noget med ”%%x”.');
	expect(nothing).not.toContain('Alt er tjekket for nylig.</p>');
});

const families = (part: string) => seen(`/office?${new URLSearchParams({ part })}`, lead);

test('the project lead finds a family among many by a part of its name, or of the name of somebody in its team; and it says how many', async () => {
	const all = await seen('/office', lead);
	expect(all.presses).toContain('Søg');
	expect(all.rows.length).toBeGreaterThan(1);
	expect(all.words).not.toContain('passer til');
	const one = await families(' holm ');
	expect(one.rows).toHaveLength(1);
	expect(one.rows[0]).toContain('Familien Holm');
	expect(one.words).toContain('1 familie passer til ”holm”.');
	expect(one.presses).toContain('Vis alle');
	const helped = await families('Mette Kro');
	expect(helped.rows.length).toBeGreaterThan(0);
	for (const row of helped.rows) expect(row).toContain('Mette Krogh');
	expect(helped.words).toContain(`${helped.rows.length} famili`);
});

test('what is in nobody’s name finds nothing, letter by letter; nor does the name of a child', async () => {
	for (const part of ['%', '_', 'Noah', 'x,y)']) {
		const none = await families(part);
		expect(none.status).toBe(200);
		expect(none.rows, part).toEqual([]);
		expect(none.words).toContain(`0 familier passer til ”${part}”.`);
		expect(none.words).not.toContain('Begynd med at tilmelde');
	}
});

test('a professional finds one of theirs by the name of somebody in it, when there are many', async () => {
	const few = await seen('/families', 'coordinator');
	expect(few.presses).not.toContain('Søg');
	const one = await seen('/families?part=noah&order=name', 'coordinator');
	expect(one.words).toContain('1 familie passer til ”noah”.');
	expect(one.presses.filter((press) => press.startsWith('Familien'))).toEqual(['Familien Holm']);
	const none = await seen('/families?part=%25', 'coordinator');
	expect(none.words).toContain('0 familier passer til ”%”.');
	expect(none.words).not.toContain('ikke i et team');
});
