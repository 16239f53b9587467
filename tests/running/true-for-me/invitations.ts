/** Invitations: who waits for whose yes, what a no is, and for whom an invitation is. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { fieldsOf, read, wordsOf, type House } from '../house.ts';

const family = '00000000-0000-7000-8002-00000000000a';

/** On the server of true-for-me.test.ts: a second one would only start again. */
export function invitationsAreTrue({ get, page, post }: House): void {
	const pathIn = (paper: string) => /\/invitation\/(?:[A-Z2-9]{4}-?){4}/.exec(paper)![0];

	const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)![1];

	/** The coordinator invites somebody into the family. @returns the invitation's id and the path of its page */
	async function invited(name: string) {
		const invitation = v7();
		const fields = { id: invitation, family, name, role: 'relative', bornOn: '' };
		const paper = await (await post(`/families/${family}/invite?/invite`, 'coordinator', fields)).text();
		return { invitation, path: pathIn(paper) };
	}

	/** A colleague is invited. @returns the path of the invitation's page */
	async function invitedToWork(name: string, profession: string): Promise<string> {
		const form = await page('/office/invitations/professional', 'project-lead');
		const organisation = /<option value="([\da-f-]{36})"/.exec(form)![1]!;
		const fields = { id: v7(), organisation, name, profession };
		return pathIn(
			await (await post('/office/invitations/professional?/invite', 'project-lead', fields)).text(),
		);
	}

	test('who waits for a yes of the family stands first on the page that Home leads to', async () => {
		await invited('Moster Rana');
		expect(await page('/home', 'parent')).toContain('href="/team#waiting"');
		const team = await page('/team', 'parent');
		const waiting = team.indexOf('id="waiting"');
		expect(waiting).toBeGreaterThan(0);
		expect(team.indexOf('Ja, det er rigtigt')).toBeGreaterThan(waiting);
		expect(team.indexOf('Ja, det er rigtigt')).toBeLessThan(team.indexOf('Teamet omkring Familien Holm'));
		// Once, not again in the list.
		expect(team.split('Moster Rana hører ikke til hos os')).toHaveLength(2);
	});

	test('the parent for whose yes it waits is led there by its code; everybody else is told to call', async () => {
		const { path } = await invited('Faster Salma');
		const hers = await page(path, 'parent');
		expect(wordsOf(hers)).toMatch(/Den venter på dig .* Se den/);
		expect(hers).toContain('href="/team#waiting"');
		for (const persona of ['', 'young-person', 'other-parent', 'coordinator'])
			expect(wordsOf(await page(path, persona)), persona).toContain('Ring til dem, og prøv så igen');
	});

	test('a no to somebody who waits is a no: they do not come in, and no link is spoken of', async () => {
		const { invitation, path } = await invited('Onkel Sami');
		const no = { _form: `decline-${invitation}`, id: invitation };
		expect(await page('/team', 'parent')).toContain('Nej, Onkel Sami hører ikke til hos os');
		for (const said of ['once', 'twice']) {
			const answer = await post('/team?/decline', 'parent', no);
			expect(answer.status, said).toBe(303);
			const receipt = answer.headers.getSetCookie().find((cookie) => cookie.startsWith('receipt='))!;
			expect(Buffer.from(receipt.slice(8), 'base64url').toString(), said).toContain('receipt.declined');
		}
		const stopped = await get(path);
		expect(stopped.status).toBe(410);
		expect(titleOf(await stopped.text())).toBe('Invitationen er stoppet · Vores Plan');
	});

	test('a no from an old page does not take back the yes of another one, and says so', async () => {
		const { invitation, path } = await invited('Kusine Hanan');
		expect((await post('/team?/agree', 'parent', { id: invitation })).status).toBe(303);
		const answer = await post('/team?/decline', 'parent', {
			_form: `decline-${invitation}`,
			id: invitation,
		});
		expect(answer.status).toBe(409);
		expect(read(await answer.text())).toMatch(/role="alert"[^]{0,700}Der er lige sagt ja/);
		expect((await get(path)).status).toBe(200);
		// Whom one has said yes to is stopped by what says so.
		expect((await post('/team?/revoke', 'parent', { id: invitation })).status).toBe(303);
		expect((await get(path)).status).toBe(410);
	});

	test('a code that nobody knows is nowhere, by its status and its title', async () => {
		const answer = await get('/invitation/AAAA-AAAA-AAAA-AAAA');
		expect(answer.status).toBe(404);
		const html = await answer.text();
		expect(titleOf(html)).toBe('Den kode kender vi ikke · Vores Plan');
		expect(html).toContain('Skriv koden igen');
		const again = /href="(\/invitation\?code=[^"]+)"/.exec(html)![1]!;
		expect(await page(again), 'one letter is put right, not sixteen written anew').toContain(
			'value="AAAA-AAAA-AAAA-AAAA"',
		);
	});

	test('the invitation of a professional is about the work and not about a place in a family', async () => {
		const html = await page(await invitedToWork('Karim Said', 'Fodboldtræner'));
		expect(html).toContain('Dit arbejde: Fodboldtræner.');
		expect(html).not.toContain('Din plads i familien');
		expect(await page('/invitation/FARM-HERE-DEMA-2345')).toContain('Din plads i familien');
	});

	test('whoever is invited by the name they are signed in with is that person; anybody else reads as whom they would come', async () => {
		const path = await invitedToWork('jonas lund', 'Lærer');
		const his = await page(path, 'teacher');
		expect(wordsOf(his)).toMatch(/Du er logget ind som Jonas Lund\. .*Ja, jeg vil gerne være med$/);
		const hers = await page(path, 'stranger-coordinator');
		expect(wordsOf(hers)).toMatch(
			/Invitationen er til jonas lund\. Siger du ja her, er det Karen Dahl, .*Ja, jeg vil være med som Karen Dahl .*Log ud, så jonas lund kan svare$/,
		);
		for (const html of [his, hers])
			expect(html, 'whoever is signed in becomes nobody else').not.toContain('value="new"');
	});

	test('the paper of an invitation says from when it counts, and that a parent may have to say yes to it', async () => {
		const fields = { id: v7(), family, name: 'Moster Rana', role: 'relative', bornOn: '' };
		const invite = '/office/invitations/member';
		expect(await page(invite, 'project-lead')).toContain('skal en af dem også sige ja først');
		const paper = await (await post(`${invite}?/invite`, 'project-lead', fields)).text();
		expect(paper).toMatch(/Invitationen er lavet den \d+\. \p{L}+ \d{4}\./u);
		expect(paper).toContain('virker først, når en af forældrene i familien har logget ind og sagt ja');
	});

	test('whoever is under 13 is invited as a child, and that is said beside the date', async () => {
		const path = `/families/${family}/invite`;
		const drawn = fieldsOf(await page(path, 'coordinator'), 'name="bornOn"');
		const fields = { ...drawn, name: 'Lille Lise', role: 'relative', bornOn: '2025-01-02' };
		const refused = await post(`${path}?/invite`, 'coordinator', fields);
		expect(refused.status).toBe(400);
		expect(wordsOf(await refused.text())).toContain('vælg »Barn eller ung«');
	});

	test('whoever says yes to somebody reads how old the date makes them, and the inviter what stage of life', async () => {
		const path = `/families/${family}/invite`;
		const fields = { id: v7(), family, name: 'Karl Voksen', role: 'child', bornOn: '1980-01-02' };
		expect((await post(`${path}?/invite`, 'coordinator', fields)).status).toBeLessThan(400);
		const invited = wordsOf(await page(path, 'coordinator'));
		expect(invited).toContain('Familien Holm: Voksent barn');
		expect(invited, 'the date is the family’s').not.toMatch(/Voksent barn, \d/);
		expect(wordsOf(await page('/team', 'parent'))).toMatch(/Familien Holm: Voksent barn, \d\d år/);
	});
}
