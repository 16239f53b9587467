/** A parent under 18 beside one who is an adult: is offered nothing that is the adult's to say, and told whose it is. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { fieldsOf, house, wordsOf } from './house.ts';

const holm = '00000000-0000-7000-8002-00000000000a';
const hisOwn = 'family=00000000-0000-7000-8002-00000000000b';
const { get, page, post, seen, comesAgain } = house('young-parent');

const invite = (name: string, role: string, bornOn = '') => {
	const [id, at] = [v7(), '/office/invitations/member'];
	return {
		id,
		paper: post(`${at}?/invite`, 'project-lead', { id, family: holm, name, role, bornOn })
			.then((paper) => paper.text())
			.then((paper) => /\/invitation\/(?:[A-Z2-9]{4}-?){4}/.exec(paper)![0]),
	};
};
const agree = (id: string, persona: string) => post('/team?/agree', persona, { _form: `agree-${id}`, id });

test('Jesper comes into the family as a parent, and is 16', async () => {
	const { id, paper } = invite('Jesper', 'parent');
	const path = await paper;
	expect((await agree(id, 'parent')).status).toBe(303);
	const accepted = await post(`${path}?/accept`, 'other-parent', {
		_form: 'accept',
		who: 'me',
		device: 'own',
	});
	expect(accepted.status).toBe(303);
	comesAgain('other-parent');
	const chooses = await seen('/team', 'other-parent');
	expect(chooses.words).toContain('I vælger selv, hvem der er jeres koordinator.');
	const born = { _form: 'birth', name: 'Jesper', role: 'parent' };
	const bornOn = `${new Date().getFullYear() - 17}-01-02`;
	const done = await post(`/office/families/${holm}/birth?/correct`, 'project-lead', { ...born, bornOn });
	expect(done.status).toBe(303);
});

test('choosing and ending a coordinator is the adult’s, on every page', async () => {
	const { words, presses } = await seen('/team', 'other-parent');
	expect(words).toContain('så her er det Amira, der vælger koordinator. Sig gerne, hvem du er tryg ved.');
	// In the home where no parent is an adult he says it himself.
	expect(words).toContain('I vælger selv, hvem der er jeres koordinator.');
	const html = await page('/team', 'other-parent');
	expect(html).not.toContain(`/team/coordinator?family=${holm}`);
	expect(html).not.toContain(`/team/coordinator/end?family=${holm}`);
	expect(presses.filter((one) => /skal stoppe/.test(one))).toEqual([]);
	expect(await page('/home', 'other-parent')).not.toContain(`/team/coordinator?family=${holm}`);
	for (const path of ['', '/end'])
		expect(
			(await get(`/team/coordinator${path}?family=${holm}`, 'other-parent')).headers.get('location'),
		).toBe('/team');
	expect((await get(`/team/coordinator?${hisOwn}`, 'other-parent')).status).toBe(200);
	expect(await page('/team', 'parent')).toContain(`/team/coordinator?family=${holm}`);
});

test('the yes to who is invited is the adult’s; a no is theirs too', async () => {
	const { id } = invite('Nina', 'relative');
	await expect.poll(async () => (await seen('/team', 'parent')).words).toContain('Nina');
	const html = await page('/team', 'other-parent');
	expect(wordsOf(html)).toContain('Her er det Amira, der kan sige ja. Tal sammen om det.');
	expect(html).not.toContain(`agree-${id}`);
	expect((await agree(id, 'other-parent')).status, 'as the database says').toBe(409);
	const no = fieldsOf(html, `decline-${id}`);
	expect((await post('/team?/decline', 'other-parent', no)).status).toBe(303);
});

test('he lets in no child, and reads who can', async () => {
	const { id, paper } = invite('Lille', 'child', `${new Date().getFullYear() - 4}-01-02`);
	const path = await paper;
	expect((await agree(id, 'parent')).status).toBe(303);
	const { words } = await seen(path, 'other-parent');
	expect(words).not.toContain('Jeg siger ja for');
	expect(words).toContain('Amira kan åbne den og sige ja for barnet.');
	expect((await seen(path, 'parent')).words).not.toContain('kan åbne den');
});
