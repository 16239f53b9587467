/** Out of a family by the office: by name and as what, with a reason; what the others are told, and whoever is out. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { fieldsOf, wordsOf, type House } from '../house.ts';
import { comes, holm } from './coming.ts';

const leave = `/team/leave/${holm}`;
const out = `/office/families/${holm}/out`;

/** On the server of parting.test.ts, and after it. */
export function takenOut(here: House): void {
	const { get, page, post, seen, statusOf } = here;

	test('the office takes out by name and as what, with a script as without', async () => {
		await comes(here, 'other-parent', 'Jesper', 'parent');
		expect(await page(`/office/families/${holm}`, 'project-lead')).toContain(`href="${out}"`);
		const form = await page(out, 'project-lead');
		expect(wordsOf(form), 'the office does not see who they are').not.toMatch(/Amira|Jesper|Emil|Noah/);
		for (const persona of ['parent', 'coordinator', 'teacher', 'stranger-parent']) {
			expect([303, 403, 404], persona).toContain(await statusOf(out, persona));
			const fields = { id: v7(), family: holm, name: 'Jesper', role: 'parent', reason: 'decided' };
			expect((await post(`${out}?/out`, persona, fields)).status, persona).toBe(403);
		}
		const taken = { _form: 'out', id: v7(), name: 'Jesper', role: 'parent', reason: '' };
		const nothing = await post(`${out}?/out`, 'project-lead', { _form: 'out', id: v7(), name: ' ' });
		expect(nothing.status).toBe(400);
		const words = wordsOf(await nothing.text());
		for (const missing of ['Skriv personens navn', 'Vælg, hvad personen er i familien.', 'Vælg, hvorfor.'])
			expect(words).toContain(missing);
		const slip = await post(`${out}?/out`, 'project-lead', { ...taken, role: 'child', reason: 'decided' });
		expect(slip.status).toBe(400);
		const html = await slip.text();
		expect(wordsOf(html)).toContain('Der er ikke en i familien, der passer til navnet');
		expect(html, 'nothing typed is lost').toMatch(
			/name="name"[^>]*value="Jesper"|value="Jesper"[^>]*name="name"/,
		);
		const scripted = await post(
			`${out}?/out`,
			'project-lead',
			{ ...taken, name: 'Ingen', reason: 'decided' },
			'application/json',
		);
		expect(await scripted.json()).toMatchObject({ type: 'failure', status: 400 });
		const before = await seen(`/office/families/${holm}`, 'project-lead');
		expect(before.words, 'nobody was').not.toContain('Skrevet ned: ikke med mere');
		const done = await post(
			`${out}?/out`,
			'project-lead',
			{ ...taken, reason: 'decided' },
			'application/json',
		);
		expect(await done.json()).toMatchObject({ type: 'redirect', location: `/office/families/${holm}` });
		const { words: trace } = await seen(`/office/families/${holm}`, 'project-lead');
		expect(trace, 'who, as what, by whom, when and why').toMatch(
			/Skrevet ned: ikke med mere Her står, hvad I skrev dengang\. .{40,80} Jesper Mor, far eller anden forælder Thomas Bech, projektleder, skrev det den .{10,20}\. Kommunens grund: Det er afgjort/,
		);
		expect(trace, 'no more of the name than was written').not.toContain('Jesper Bak');

		const again = await post(`${out}?/out`, 'project-lead', { ...taken, reason: 'decided' });
		expect(again.status, 'the same press').toBe(303);
		const other = { ...taken, name: 'Emil', role: 'child', reason: 'decided' };
		const refused = await post(`${out}?/out`, 'project-lead', other);
		const said = await refused.text();
		expect([refused.status, wordsOf(said)], 'never a receipt for what was not done').toEqual([
			409,
			expect.stringContaining('Det her er noget andet'),
		]);
		expect(fieldsOf(said, 'value="out"').id, 'goes as something new').not.toBe(taken.id);
		expect((await seen('/more', 'parent')).words).toContain('Emil');
	});

	test('the family and whoever is taken out are told who did it, when and why', async () => {
		const why = 'Kommunens grund: Det er afgjort af en myndighed eller en domstol.';
		for (const persona of ['parent', 'young-person']) {
			expect((await seen('/home', persona)).words, persona).toMatch(
				/Jesper .* er ikke med her i Vores Plan mere\. Thomas .* fra kommunen skrev det den /,
			);
			const { words } = await seen('/team', persona);
			expect(words, persona).toContain(why);
			expect(words, persona).toContain('Er det forkert, så ring til kommunen.');
			expect((await seen('/team/log', persona)).words, persona).toMatch(
				/Jesper .* er ikke med her mere\. Kommunen skrev det .*Kommunens grund/,
			);
		}
		expect((await seen('/home', 'child')).words).not.toContain('ikke med her');

		const told = 'Du er ikke med hos Familien Holm i Vores Plan mere. Se hvorfor.';
		expect((await seen('/home', 'other-parent')).words).toContain(told);
		const mine = await page('/me', 'other-parent');
		expect(wordsOf(mine)).toContain(why);
		expect(wordsOf(mine)).toMatch(/Thomas .* fra kommunen skrev det den /);
		const answer = await post('/me?/saw', 'other-parent', fieldsOf(mine, 'value="saw-'));
		expect(answer.status).toBe(303);
		expect((await seen('/home', 'other-parent')).words).not.toContain(told);
		const after = await seen('/me', 'other-parent');
		expect(after.words, 'why can be read afterwards').toContain(why);
		expect(after.presses).not.toContain('Jeg har set det');
		const team = (await seen(`/families/${holm}`, 'coordinator')).words;
		expect(team).toMatch(/Jesper Bak har ikke været med siden den /);
		expect(team, 'not why').not.toContain('myndighed');
	});

	test('of two who are called the same the office is asked for the date, and is not shown who they are', async () => {
		await comes(here, 'stranger-parent', 'Line', 'relative');
		await comes(here, 'other-parent', 'Jesper', 'relative');
		await post('/me?/rename', 'other-parent', { name: 'Line Møller' });
		const fields = fieldsOf(await page(out, 'project-lead'), 'value="out"');
		expect(fields, 'not asked for before').not.toHaveProperty('knownBornOn');
		const sent = { ...fields, _form: 'out', name: 'LINE\u00a0møller', role: 'relative', reason: 'moved_out' };
		const several = await post(`${out}?/out`, 'project-lead', sent);
		const html = await several.text();
		expect([several.status, wordsOf(html)]).toEqual([
			400,
			expect.stringContaining('den fødselsdato, familien kan se her'),
		]);
		expect(html).toContain('name="knownBornOn"');
		const slip = await post(`${out}?/out`, 'project-lead', { ...sent, knownBornOn: '1901-01-01' });
		expect([slip.status, await slip.text()]).toEqual([400, expect.stringContaining('value="1901-01-01"')]);
		for (const persona of ['stranger-parent', 'other-parent'])
			await post(`${leave}?/leave`, persona, fieldsOf(await page(leave, persona), 'name="id"'));
	});

	test('who works here too reads it before they go to their work', async () => {
		await comes(here, 'stranger-coordinator', 'Karen', 'relative');
		const fields = { _form: 'out', id: v7(), name: 'Karen', role: 'relative', reason: 'came_by_mistake' };
		expect((await post(`${out}?/out`, 'project-lead', fields)).status).toBe(303);
		const leadsTo = async () => (await get('/home', 'stranger-coordinator')).headers.get('location');
		expect(await leadsTo()).toBe('/me');
		const mine = await page('/me', 'stranger-coordinator');
		expect(wordsOf(mine)).toContain('Kommunens grund: Kom med ved en fejl.');
		expect((await post('/me?/saw', 'stranger-coordinator', fieldsOf(mine, 'value="saw-'))).status).toBe(303);
		expect(await leadsTo()).toBe('/families');
	});

	test('a child keeps its other home; who has no other reads why where they arrive', async () => {
		const takes = (name: string, role: string) =>
			post(`${out}?/out`, 'project-lead', { _form: 'out', id: v7(), name, role, reason: 'moved_out' });
		const mother = await takes('Amira', 'parent');
		expect(mother.status).toBe(409);
		expect(wordsOf(await mother.text())).toContain('Så er der ingen voksen til at bestemme i familien.');
		expect((await takes('Noah', 'child')).status).toBe(303);
		const home = await seen('/home', 'child');
		expect(home.status).toBe(200);
		const isOut =
			'Du er ikke med hos Familien Holm i Vores Plan mere. Vil du vide mere, så spørg Line derhjemme.';
		expect(home.words, 'a child under 13 hears why from people').toContain(isOut);
		expect(home.words).not.toContain('Se hvorfor');
		const mine = await page('/me', 'child');
		expect(wordsOf(mine)).toContain(
			'Du har ikke gjort noget forkert. Det gælder kun Vores Plan. Det ændrer ikke, hvem din familie er. Vil du vide mere, så spørg Line derhjemme.',
		);
		expect(wordsOf(mine)).not.toMatch(/Kommunens grund|Thomas|Ring til/);
		expect((await post('/me?/saw', 'child', fieldsOf(mine, 'value="saw-'))).status).toBe(303);
		expect((await seen('/home', 'child')).words).not.toContain(isOut);
		// His father, who is called Line by now, is told by whom, as in the log, until he has seen it.
		const told = /Noah Holm Bak er ikke med hos Familien Holm mere\. Thomas Bech stod for det den .{10,20}\./;
		expect((await seen('/home', 'other-parent')).words).toMatch(told);
		expect((await seen('/team', 'other-parent')).words).toMatch(
			/Noah Holm Bak Har ikke været med hos Familien Holm siden den .{10,20}\. Thomas Bech stod for det\./,
		);
		expect((await seen('/team/log', 'other-parent')).words).toMatch(
			/Noah Holm Bak er ikke med hos Familien Holm mere Thomas Bech stod for det\./,
		);
		expect((await seen('/more', 'child')).words).toContain('Familien Bak');
		expect((await takes('Emil', 'child')).status).toBe(303);
		expect((await get('/home', 'young-person')).headers.get('location')).toBe('/me');
		const { words } = await seen('/me', 'young-person');
		expect(words).toContain('Du er ikke med hos Familien Holm i Vores Plan mere');
		expect(words, 'a person first').toMatch(
			/Det ændrer ikke, hvem din familie er\. Tal gerne med en voksen, du er tryg ved\. Er det forkert, så ring til kommunen\..*Ring til Egelund Kommune: [\d ]+/,
		);
		expect(words, 'said once').not.toContain('Du er ikke med i en');
		expect(words, 'what was shared has stopped').not.toContain('det, du har delt');
		const sharing = await seen('/sharing', 'young-person');
		expect(sharing.words).toContain('Du er ikke med hos en familie lige nu');
		expect(sharing.words, 'it goes on without them').not.toContain('forløb er slut');
		expect((await seen('/privacy', 'young-person')).words).not.toContain('Log ind for at se det');
		const { words: help } = await seen('/wellbeing/help', 'young-person');
		expect(help).toContain('Kommunens vagttelefon');
		expect(help, 'he is 16 still').toMatch(/BørneTelefonen(?:(?!BørneTelefonen).)*Livslinien/);
		expect(await statusOf('/wellbeing', 'young-person'), 'their answers are theirs').toBe(200);
		expect((await seen(leave, 'parent')).words, 'nobody else is there').toContain(
			'Du er den eneste, der er med her',
		);
	});

	test('of a meeting that is cancelled afterwards nobody reads that who is out said yes, or did not answer', async () => {
		const meeting = '/meetings/00000000-0000-7000-8020-0000000000a1';
		const drawn = await page(meeting, 'parent');
		expect(wordsOf(drawn)).toMatch(/Er ikke med mere: .*Emil/);
		const fields = fieldsOf(drawn, '?/cancel"');
		expect((await post(`${meeting}?/cancel`, 'parent', fields)).status).toBe(303);
		const { words } = await seen(meeting, 'parent');
		expect(words).toMatch(/Emil Holm(?:(?!Sagde|Svarede).)*Var ikke med mere/);
	});

	test('what is about who is out says so, and so does what they noted', async () => {
		const title = 'Jeg vil spille fodbold på et rigtigt hold';
		const football = new RegExp(`${title}.*?Handler om en, der ikke er med i planen mere`);
		// Who may read in the log that he left reads his name.
		expect((await seen('/plan', 'parent')).words).toMatch(
			new RegExp(`${title}.*?Handler om Noah, som ikke er med i planen mere`),
		);
		expect((await seen(`/plan/agree?family=${holm}`, 'parent')).words).toMatch(football);
		const team = (await seen(`/families/${holm}`, 'coordinator')).words;
		expect(team).toMatch(football);
		expect(team, 'a new note, by Emil').toMatch(/En, der ikke er med i planen mere, \d+\. \S+ 8 af 10/);
		const goal = '/plan/00000000-0000-7000-8010-0000000000a3';
		const { words } = await seen(goal, 'parent');
		expect(words).toMatch(
			/Handler om Noah, som ikke er med i planen mere.*Skal målet blive stående\? Ja, lad det stå Nej, tag det ud af planen Det kan fortrydes bagefter\. Det er klaret Ret målet/,
		);
		expect(words, 'nobody can add one').not.toContain('Hvad er det første lille');
		expect(words).toMatch(/Noah, som ikke er med i planen mere, .{1,30} 3 af 10 Jeg tør ikke helt endnu\./);
	});
}
