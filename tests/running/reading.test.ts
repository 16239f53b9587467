/**
 * S3 past the app: somebody with a professional's own token asks the database directly and makes the request fail, so
 * that the answer stands in the error. The family sees that too.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SignJWT } from 'jose';
import { randomUUID } from 'node:crypto';
import { signIn } from '../bench/pages.ts';
import { startServer } from '../e2e/server.ts';
import { asking, freshSupabase, type FreshSupabase } from './fresh.ts';

const amira = '00000000-0000-7000-8001-0000000000a1';
const mette = '00000000-0000-7000-8001-0000000000e1';
const holm = '00000000-0000-7000-8002-00000000000a';

let supabase: FreshSupabase;
beforeAll(async () => {
	supabase = await freshSupabase('read past the app');
});
afterAll(() => supabase.stop());

/** One request as a person, with the token the app would have made. */
async function request(who: string, path: string, body?: object, headers: Record<string, string> = {}) {
	const token = await new SignJWT({ role: 'authenticated', sub: who, sid: randomUUID() })
		.setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
		.setAudience('authenticated')
		.setIssuedAt()
		.setExpirationTime('60s')
		.sign(new TextEncoder().encode(supabase.jwtSecret));
	const answer = await fetch(`${supabase.url}/rest/v1/${path}`, {
		method: body ? 'POST' : 'GET',
		headers: {
			apikey: supabase.publishableKey,
			authorization: `Bearer ${token}`,
			'content-type': 'application/json',
			...headers,
		},
		body: body && JSON.stringify(body),
	});
	return { status: answer.status, text: await answer.text() };
}

const log = async () => {
	const { text } = await request(amira, 'access_log?select=topic,answers_read&order=read_at.desc,topic');
	return JSON.parse(text) as { topic: string; answers_read: number | null }[];
};
const open = async () =>
	JSON.parse((await request(mette, 'rpc/open_shared_ratings', { family: holm })).text) as string;

const columns =
	'rating_id,owner_id,topic,scale_name,low_words,high_words,answers,score,rated_at,place,of_all'.split(',');
/** The result as it is, each column as something it is not, and into each column as if it were JSON. */
const selects = [
	'*',
	...columns.flatMap((one) => [`${one}::int`, `${one}::uuid`, `${one}->0`, `${one}->>0`]),
];
const readEach = async (reading: string) => {
	const answers = [];
	for (const select of selects) {
		const path = `rpc/read_shared_ratings?select=${encodeURIComponent(select)}`;
		answers.push(await request(mette, path, { reading }));
		answers.push(await request(mette, `${path}&reading=${reading}`));
	}
	return answers.map(({ text }) => text).join('\n');
};
/** What Amira shares with Mette: her own scales in words, and her answers. */
const answered = /Min ryg|"answers":\s*\[\d|"\{\d/;

test('an answer in an error has its line in the log', async () => {
	const shared = await request(amira, 'share', {
		id: randomUUID(),
		owner_id: amira,
		topic: 'scale',
		professional_id: mette,
		valid_until: new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10),
	});
	expect(shared.status).toBe(201);
	const before = await log();

	const unopened: string[] = [randomUUID()];
	for (const prefer of ['tx=commit', 'tx=rollback']) {
		const failed = await request(
			mette,
			'rpc/open_shared_ratings?select=open_shared_ratings::int',
			{ family: holm },
			{ prefer },
		);
		expect(failed.status).toBe(400);
		unopened.push(...(failed.text.match(/[0-9a-f-]{36}/g) ?? []));
	}
	for (const reading of unopened) expect(await readEach(reading)).not.toMatch(answered);
	expect(await log()).toEqual(before);

	const failing = await request(mette, 'rpc/read_shared_ratings?select=scale_name::int', {
		reading: await open(),
	});
	expect(failing.status).toBe(400);
	// The newest answer comes first.
	expect(failing.text).toMatch(/Min ryg|Overskud/);
	const opened = [
		{ topic: 'ladder', answers_read: null },
		{ topic: 'scale', answers_read: null },
	];
	expect(await log()).toEqual([...opened, ...before]);

	const all = await readEach(await open());
	expect(all).toMatch(answered);
	expect(await log()).toHaveLength(before.length + 4);
});

test('the family is told that nobody knows what was shown', async () => {
	const before = await log();
	await open();
	const [newest] = await log();
	expect(newest).toMatchObject({ answers_read: null });
	expect((await log()).length).toBeGreaterThan(before.length);
	const app = await startServer(...asking(supabase));
	try {
		const cookie = await signIn(app.url, 'parent');
		const page = async (path: string) => (await fetch(app.url + path, { headers: { cookie } })).text();
		expect(await page('/sharing/log')).toMatch(
			/Mette Krogh, sundhedsplejerske, åbnede dine svar som jeres koordinator: Livets stige\. Vi ved ikke, om de nåede at blive vist\./,
		);
		expect(await page('/home')).toContain('Mette Krogh åbnede dine svar (Livets stige)');
	} finally {
		await app.stop();
	}
});
