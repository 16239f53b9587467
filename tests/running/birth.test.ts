/** A date of birth: the family sees it and whom to call, the office writes it, and whom it concerns is told. */
import { expect, test } from 'vitest';
import { house, wordsOf } from './house.ts';

const holm = '00000000-0000-7000-8002-00000000000a';
const at = `/office/families/${holm}/birth`;
const correct = `${at}?/correct`;
const noah = { _form: 'birth', name: 'Noah', role: 'child', bornOn: '2016-02-03' };
const { page, post, seen, statusOf } = house('birth');

test('the family sees its dates, whom to call about a wrong one, and no way to write it', async () => {
	for (const persona of ['parent', 'young-person', 'child', 'other-parent']) {
		const html = await page('/more', persona);
		expect(wordsOf(html), persona).toMatch(/Noah Barn Født den \d+\. \w+ \d{4}/);
		expect(wordsOf(html), persona).toMatch(
			/Er en fødselsdato forkert, eller mangler den, så ring til kommunen\..*Ring til Egelund Kommune: [\d ]+/,
		);
		expect(html, persona).not.toContain('type="date"');
	}
});

test('the office says what follows from it, beforehand, and not who they are', async () => {
	expect(await page(`/office/families/${holm}`, 'project-lead')).toContain(`href="${at}"`);
	const { words, presses } = await seen(at, 'project-lead');
	for (const said of ['Under 13 år: et barn.', 'Fra 15 år siger den unge selv ja', 'at du stod for det'])
		expect(words).toContain(said);
	expect(words).not.toMatch(/Amira|Emil|Noah/);
	expect(presses).toContain('Gem datoen');
});

test('nobody else comes there or sends it', async () => {
	for (const persona of ['parent', 'young-person', 'child', 'coordinator', 'teacher', 'stranger-parent']) {
		expect([303, 403, 404], persona).toContain(await statusOf(at, persona));
		expect((await post(correct, persona, noah)).status, persona).toBe(403);
	}
});

test('what is wrong is said beside it, and nothing typed is lost, with a script as without', async () => {
	const year = new Date().getFullYear();
	for (const [fields, says] of [
		[{ name: ' ', role: '', bornOn: '' }, 'Skriv personens navn'],
		[{ role: '' }, 'Vælg, hvad personen er i familien.'],
		[{ bornOn: '' }, 'Skriv en dato, der findes.'],
		[{ bornOn: `${year + 1}-05-06` }, 'Datoen er ikke kommet endnu.'],
		[{ bornOn: '1899-12-31' }, 'Se på årstallet en gang til.'],
		[{ name: 'Ingen', bornOn: '1899-12-31' }, 'Se på årstallet en gang til.'],
		[{ knownBornOn: '2014-01-01' }, 'Nu er der kun en i familien, der passer til navnet.'],
		[{ name: 'Ingen' }, 'Vi kan ikke finde en i familien, der passer til navnet'],
		[{ name: 'Amira', role: 'parent' }, 'Så er alderen under 13 år.'],
	] as const) {
		const sent = { ...noah, ...fields };
		const answer = await post(correct, 'project-lead', sent);
		const html = await answer.text();
		expect([answer.status, wordsOf(html)], says).toEqual([400, expect.stringContaining(says)]);
		if (sent.bornOn) expect(html, says).toContain(`value="${sent.bornOn}"`);
	}
	const scripted = await post(correct, 'project-lead', { ...noah, name: 'Ingen' }, 'application/json');
	expect(await scripted.json()).toMatchObject({ type: 'failure', status: 400 });
});

test('both homes are told, and see the date; a child that stays one is not told', async () => {
	const done = await post(correct, 'project-lead', noah);
	expect([done.status, done.headers.get('location')]).toEqual([303, `/office/families/${holm}`]);
	for (const persona of ['parent', 'other-parent']) {
		expect((await seen('/home', persona)).words, persona).toContain(
			'Fødselsdatoen for Noah Holm Bak er skrevet ind eller rettet. Er den rigtig?',
		);
		const { words, presses } = await seen('/team', persona);
		expect(words, persona).toMatch(
			/Fødselsdatoen blev skrevet ind eller rettet den .*Thomas \S+ stod for det\..*Er det forkert, så ring til kommunen\. Ring til Egelund Kommune/,
		);
		expect(words, persona).toContain(
			'Fra 13 år svarer man selv på møder, og forældrene svarer ikke længere.',
		);
		expect(presses, persona).toContain('Jeg har set det');
		expect((await seen('/more', persona)).words, persona).toContain('Født den 3. februar 2016');
	}
	for (const persona of ['young-person', 'child'])
		expect((await seen('/home', persona)).words, persona).not.toContain('ødselsdato');
	expect((await seen('/team/log', 'child')).words).not.toContain('Fødselsdatoen for');
});

test('whoever is 13, or was, is told, and reads who wrote it', async () => {
	const json = 'application/json';
	const emil = { ...noah, name: 'Emil', bornOn: `${new Date().getFullYear() - 9}-01-01` };
	const done = await post(correct, 'project-lead', emil, json);
	expect(await done.json()).toMatchObject({ type: 'redirect', location: `/office/families/${holm}` });
	expect((await seen('/more', 'young-person')).words).toMatch(/Emil Barn Født den 1\. januar/);
	const says = 'Din fødselsdato er skrevet ind eller rettet. Er den rigtig?';
	expect((await seen('/home', 'young-person')).words).toContain(says);
	const team = await page('/team', 'young-person');
	expect(wordsOf(team)).toContain('Er det forkert, så ring til kommunen.');
	expect((await seen('/team/log', 'young-person')).words).toMatch(
		/Fødselsdatoen for Emil .* blev skrevet ind eller rettet Thomas \S+ stod for det\./,
	);
	const id = /name="_form" value="fine-([\da-f-]{36})"/.exec(team)![1]!;
	expect((await post('/team?/fine', 'young-person', { _form: `fine-${id}`, id })).status).toBe(303);
	expect((await seen('/home', 'young-person')).words).not.toContain(says);
});
