/** The door of the embedded Supabase: tables and functions by name, by whom a token names, and nothing else. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { actors, people } from '../../policies/actors.ts';
import { idOf } from '../../policies/labels.ts';
import { runningEmbedded, type Running } from './running.ts';

// Many requests, and a machine that does other things too.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let server: Running;
beforeAll(async () => {
	server = await runningEmbedded();
});
afterAll(async () => {
	await (await server.stop()).close();
});
const patch = (body: object) => ({ method: 'PATCH' as const, body, prefer: 'return=minimal' });

test('nobody gives themselves a right by a column that is not theirs to write', async () => {
	const tried = [
		['teacher', `job?person_id=eq.${idOf('teacher')}`, { is_project_lead: true }],
		[
			'stranger-parent',
			`meeting_attendee?person_id=eq.${idOf('stranger-parent')}`,
			{ meeting_id: idOf('meeting of the family'), family_id: idOf('family') },
		],
		['parent', `goal?family_id=eq.${idOf('family')}`, { created_by: idOf('parent') }],
		['parent', `goal_wording?family_id=eq.${idOf('family')}`, { words: 'Noget andet' }],
		['parent', `enrolment?family_id=eq.${idOf('family')}`, { visited_on: '2020-01-01' }],
	] as const;
	for (const [who, path, body] of tried) {
		expect(await server.ask(actors[who], path, patch(body)), path).toMatchObject({ code: '42501' });
	}
	for (const who of people) {
		expect(await server.ask(actors[who], 'session'), who).toMatchObject({ code: '42501' });
	}
});

test('without a key, with a wrong one, or without a token that we signed, nothing is given', async () => {
	const { url, publishableKey } = server;
	const ask = (headers: Record<string, string>, path = '/rest/v1/family') => fetch(url + path, { headers });
	const forged = `Bearer eyJhbGciOiJub25lIn0.${Buffer.from(
		JSON.stringify({ role: 'authenticated', sub: idOf('parent') }),
	).toString('base64url')}.`;
	for (const headers of [
		{},
		{ apikey: 'sb_publishable_other' },
		{ apikey: publishableKey },
		{ apikey: publishableKey, authorization: `Bearer ${publishableKey}` },
		{ apikey: publishableKey, authorization: forged },
		{ apikey: publishableKey, authorization: 'Bearer x.y.z' },
	]) {
		const answer = await ask(headers as Record<string, string>);
		expect(answer.status, JSON.stringify(headers)).toBe(401);
		expect(await answer.text()).not.toContain('Familien');
	}
});

test('there is nothing but tables and functions', async () => {
	const { url, publishableKey } = server;
	for (const path of [
		'/',
		'/rest/v1/',
		'/rest/v1/family/x',
		'/rest/v1/../auth/v1/signup',
		'/auth/v1/signup',
		'/auth/v1/token?grant_type=password',
		'/auth/v1/settings',
		'/auth/v1/admin/users',
		'/storage/v1/bucket',
		'/_system/config',
		'/_system/introspect',
		'/favicon.ico',
	]) {
		for (const method of ['GET', 'POST']) {
			const answer = await fetch(url + path, { method, headers: { apikey: publishableKey } });
			expect(answer.status, `${method} ${path}`).toBe(404);
			expect(await answer.text()).toBe('');
		}
	}
});

test.each(['private', 'auth', 'supabase_migrations', 'extensions', 'pg_catalog'])(
	'the schema %s cannot be asked',
	async (schema) => {
		for (const path of ['plan_access', 'users', 'schema_migrations', 'pg_authid', 'rpc/uid']) {
			const answer = await server.ask(actors.parent, path, { headers: { 'accept-profile': schema } });
			expect(answer.status, path).toBeGreaterThanOrEqual(400);
		}
	},
);

test('a role that no token of ours names is nobody', async () => {
	for (const role of ['postgres', 'authenticator', 'pg_read_all_data']) {
		const answer = await server.ask({ role: role as 'postgres' }, 'family?select=id');
		expect(answer.status, role).toBeGreaterThanOrEqual(400);
	}
});

test('people who ask at the same moment get their own answers', async () => {
	const names = (answer: unknown) => JSON.stringify(answer);
	const alone = new Map<string, string>();
	for (const who of people) alone.set(who, names((await server.ask(actors[who], 'member?select=id')).body));
	const many = Array.from({ length: 8 }, () => people).flat();
	const answers = await Promise.all(
		many.map(async (who) => [who, names((await server.ask(actors[who], 'member?select=id')).body)] as const),
	);
	for (const [who, answer] of answers) expect(answer, who).toBe(alone.get(who));
	expect(new Set(alone.values()).size).toBeGreaterThan(3);
});

test('after a question that breaks the connection the next one is answered', async () => {
	const good = () => server.ask(actors.parent, 'rating?select=id');
	const before = await good();
	expect(before.status).toBe(200);
	for (const question of ['rating?answers=eq.7', 'rating?answers=in.(1,2)', 'offer?life_areas=eq.x']) {
		const bad = await server.ask(actors.parent, question);
		expect(bad.status, question).toBeGreaterThanOrEqual(400);
		expect(await good(), question).toEqual(before);
		expect((await server.ask(actors.anonymous, 'rating?select=id')).code).toBe('42501');
	}
});

test('what is refused says by which rule, whether a check has it or a function, and nothing of the row', async () => {
	const post = (body: object) => ({ method: 'POST' as const, body });
	const refused = [
		['agenda_point_has_words', `agenda_point?id=eq.${idOf('point of the parent')}`, patch({ wording: ' ' })],
		[
			'meeting_has_a_place_or_link',
			`meeting_place?meeting_id=eq.${idOf('meeting of the family')}`,
			patch({ place: null, link: null }),
		],
		['goal_is_at_the_end', 'rpc/move_goal', post({ goal: idOf('goal of the family'), up: true })],
	] as const;
	for (const [hint, path, asked] of refused)
		expect(await server.ask(actors.parent, path, asked), path).toMatchObject({
			status: 400,
			body: { code: 'PT400', hint, details: null },
		});
});
