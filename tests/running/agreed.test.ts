/** A plan agreed at a meeting that is going on: offered to the parent there, told to the team there, said beside the plan. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formField, personField } from '../../src/lib/server/form.ts';
import { signIn } from '../bench/pages.ts';
import { holm } from '../e2e/pages.ts';
import { people } from '../people.ts';
import { freshServer } from './fresh.ts';
import type { Server } from '../e2e/server.ts';
import { wordsOf } from './house.ts';

const meeting = '00000000-0000-7000-8020-0000000000aa';
let server: Server;
beforeAll(async () => {
	// Nobody can call a meeting that has begun: this one was called and has begun since.
	const more = `
		insert into meeting (id, family_id, purpose, starts_at, ends_at, created_at)
		values ('${meeting}', '${holm}', 'Planen', now() - interval '1 second', now() + interval '1 hour', now() - interval '9 days');
		insert into meeting_attendee (meeting_id, person_id, family_id, answer, answered_at)
		select '${meeting}', id, '${holm}', case when name like 'Pia%' then 'not_coming' else 'coming' end::attendance_answer, now()
		from person where split_part(name, ' ', 1) in ('Amira', 'Emil', 'Jonas', 'Pia');
		-- One who has not answered, and six meetings before it.
		insert into meeting_attendee (meeting_id, person_id, family_id)
		select '${meeting}', id, '${holm}' from person where name like 'Yusuf%';
		insert into meeting (id, family_id, purpose, starts_at, ends_at, created_at)
		select ('${meeting.slice(0, -2)}f' || n)::uuid, '${holm}', 'Møde ' || n, now() - n * interval '1 day',
			now() - n * interval '1 day' + interval '1 hour', now() - interval '9 days'
		from generate_series(1, 6) n;
		-- One date of the plan has gone by, and Line, who is alone with a child, is no parent.
		set session_replication_role = replica;
		update goal set due_on = private.today() - 1 where id = '00000000-0000-7000-8010-0000000000a1';
		update member set role = 'relative' where person_id = '${people['stranger-parent']}';
		reset session_replication_role`;
	server = await freshServer('agreed at a meeting', { more });
});
afterAll(() => server.stop());

async function look(persona: string, path: string): Promise<string> {
	const answer = await fetch(server.url + path, { headers: { cookie: await signIn(server.url, persona) } });
	expect(answer.status, path).toBe(200);
	return answer.text();
}
/** The tags of the fields called so. */
const fields = (page: string, name: string) =>
	[...page.matchAll(/<input[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag.includes(`name="${name}"`));
const valueOf = (tag: string) => /value="([^"]*)"/.exec(tag)?.[1] ?? '';
/** What the form sends beside what somebody chooses. */
const hidden = (page: string) =>
	['id', 'family', 'asRead', formField, personField].map((name): [string, string] => {
		// Every form of a page names itself.
		const tag = fields(page, name).find((one) => name !== formField || valueOf(one) === 'agree');
		expect(tag, name).toBeDefined();
		return [name, valueOf(tag!)];
	});
const post = async (path: string, body: URLSearchParams) =>
	fetch(server.url + path, {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie: await signIn(server.url, 'parent'), origin: server.url, accept: 'text/html' },
		body: new URLSearchParams([
			[personField, people.parent],
			...[...body].filter(([name]) => name !== personField),
		]),
	});

test('the parent is asked there, the others are told who says it, and who came is ticked already', async () => {
	const agreeAt = `/plan/agree?family=${holm}&amp;meeting=${meeting}`;
	expect(await look('parent', `/meetings/${meeting}`)).toContain(`href="${agreeAt}"`);
	for (const [persona, path] of [
		['young-person', `/meetings/${meeting}`],
		['coordinator', `/families/${holm}/meetings/${meeting}`],
	] as const) {
		expect(await look(persona, path), persona).not.toContain('/plan/agree');
	}
	expect(await look('coordinator', `/families/${holm}/meetings/${meeting}`)).toContain(
		'Det er familien, der siger, at planen er aftalt.',
	);

	const page = await look('parent', agreeAt.replace('&amp;', '&'));
	const ticked = fields(page, 'present').filter((tag) => /\schecked/.test(tag));
	expect(ticked).toHaveLength(2);
	expect(
		fields(page, 'meeting')
			.filter((tag) => /\schecked/.test(tag))
			.map(valueOf),
	).toEqual([meeting]);

	const form = new URLSearchParams([
		...hidden(page),
		['meeting', meeting],
		...ticked.map((tag): [string, string] => ['present', valueOf(tag)]),
	]);
	const answer = await post('/plan/agree', form);
	expect(answer.status).toBe(303);
	const version = answer.headers.get('location')!;
	expect(version).toMatch(/^\/plan\/agreed\//);
	expect(await look('parent', '/plan')).toMatch(/Aftalt den [^<]* på mødet\. [^<]*Jonas Lund var med/);
	expect(await look('parent', `/meetings/${meeting}`)).toContain(`href="${version}"`);
	expect(await look('coordinator', `/families/${holm}/meetings/${meeting}`)).toContain(
		`href="${version.replace('/plan', `/families/${holm}`)}"`,
	);
	// The teacher works with another family too: there it is none.
	const elsewhere = version.replace('/plan', '/families/00000000-0000-7000-8002-00000000000b');
	const teacher = { cookie: await signIn(server.url, 'teacher') };
	const statusOf = async (path: string) => (await fetch(server.url + path, { headers: teacher })).status;
	expect(await statusOf(version.replace('/plan', `/families/${holm}`))).toBe(200);
	expect(await statusOf(elsewhere.replace(/\/agreed.*/, ''))).toBe(200);
	expect(await statusOf(elsewhere)).toBe(404);
});

test('a meeting further back than the list goes is still the one somebody comes from, and the cut is said', async () => {
	const sixth = `${meeting.slice(0, -2)}f6`;
	const page = await look('parent', `/plan/agree?family=${holm}&meeting=${sixth}`);
	const chosen = fields(page, 'meeting').filter((tag) => /\schecked/.test(tag));
	expect(chosen.map(valueOf)).toEqual([sixth]);
	expect(fields(page, 'meeting')).toHaveLength(7);
	expect(page).toContain('Her er kun de seneste møder, højst 5.');
});

test('everything that is agreed is read on one page, as it was when it was opened', async () => {
	for (let n = 0; n < 16; n += 1) {
		const id = `01990000-0000-7000-8000-0000000001${n.toString(16).padStart(2, '0')}`;
		const added = await post('/plan?/add', new URLSearchParams({ id, family: holm, title: `Mål ${n}` }));
		expect(added.status).toBe(303);
	}
	const page = await look('parent', `/plan/agree?family=${holm}`);
	for (let n = 0; n < 16; n += 1) expect(page).toContain(`>Mål ${n}<`);
	expect(page).not.toMatch(/Se \d+ skridt/);
	expect(wordsOf(page)).toMatch(/ dato(er)? i planen er gået. I kan godt være enige alligevel/);

	const opened = Object.fromEntries(hidden(page)) as Record<string, string>;
	const later = { id: '01990000-0000-7000-8000-0000000001ff', family: holm, title: 'Skrevet imens' };
	expect((await post('/plan?/add', new URLSearchParams(later))).status).toBe(303);
	const asRead = async (fields: Record<string, string>) => {
		const answer = await post('/plan/agree', new URLSearchParams({ ...opened, ...fields }));
		const html = await answer.text();
		return { status: answer.status, asRead: new Map(hidden(html)).get('asRead') };
	};
	// A mistake tells nobody what has changed; whoever is told has read it anew.
	expect(await asRead({ meeting: 'xx' })).toEqual({ status: 400, asRead: opened.asRead });
	const told = await asRead({ meeting: '' });
	expect(told.status).toBe(409);
	expect(told.asRead).not.toBe(opened.asRead);
});

test('what is over is spoken of as it was, and agreed days after is not agreed there', async () => {
	const held = `${meeting.slice(0, -2)}f3`;
	const before = await look('parent', `/meetings/${held}`);
	for (const was of ['Mødet er slut.', 'Det skulle vi tale om', 'Hvem var inviteret, og hvorfor?']) {
		expect(before).toContain(`>${was}<`);
	}
	for (const is of ['Det skal vi tale om', 'Hvem kommer, og hvorfor?']) {
		expect(before).not.toContain(`>${is}<`);
	}
	expect(await look('parent', `/meetings/${meeting}`), 'it is going on').toContain(
		'Hvem kommer, og hvorfor?',
	);

	const page = await look('parent', `/plan/agree?family=${holm}&meeting=${held}`);
	const answer = await post('/plan/agree', new URLSearchParams([...hidden(page), ['meeting', held]]));
	expect(answer.status).toBe(303);
	const after = await look('parent', `/meetings/${held}`);
	expect(after).toMatch(/>Planen blev aftalt bagefter, den \d/);
	expect(after).not.toContain('>Planen blev aftalt her<');
	// Said on the meeting that was going on when it was agreed, and asked for nowhere while nothing is different.
	expect(await look('coordinator', `/families/${holm}/meetings/${held}`)).toContain(
		'Planen blev aftalt bagefter',
	);
	expect(await look('parent', `/meetings/${meeting}`)).toContain('>Planen blev aftalt her<');
	expect(await look('parent', '/plan')).not.toMatch(/<span>(<!---->)?Er I enige om planen\?/);
	const settled = wordsOf(await look('parent', `/plan/agree?family=${holm}`));
	expect(settled).toContain('I er enige om planen Planen står, som I aftalte den.');
	expect(settled).toContain('Du har sagt ja den');
	expect(settled).not.toMatch(/Læs planen igennem|Det er vi enige om/);
	// Who says yes by themselves is asked for it, by the name of who agreed.
	const asked = wordsOf(await look('young-person', '/plan/agree'));
	expect(asked).toContain('Er du enig i planen? Er du også enig? Amira har sagt, at det her er jeres plan.');
	expect(asked).toContain('Læs planen, og sig ja');
});

test('who is no parent, where nothing is agreed, reads who agrees and what they can say then', async () => {
	const words = wordsOf(await look('stranger-parent', '/plan/agree'));
	expect(words).toContain('Bagefter kan du selv sige, om du også er enig. Her er planen ikke aftalt endnu.');
});
