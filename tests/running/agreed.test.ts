/** A plan agreed at a meeting that is going on: offered to the parent there, told to the team there, said beside the plan. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { join } from 'node:path';
import { openPglite } from '../../supabase/embedded/pglite.ts';
import { signIn } from '../bench/pages.ts';
import { holm } from '../e2e/pages.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';

const meeting = '00000000-0000-7000-8020-0000000000aa';
let server: Server;
beforeAll(async () => {
	const data = freshData('agreed at a meeting');
	const db = await openPglite(join(data, 'pglite'));
	// Nobody can call a meeting that has begun: this one was called and has begun since.
	await db.exec(`
		insert into meeting (id, family_id, purpose, starts_at, ends_at, created_at)
		values ('${meeting}', '${holm}', 'Planen', now() - interval '1 second', now() + interval '1 hour', now() - interval '9 days');
		insert into meeting_attendee (meeting_id, person_id, family_id, answer, answered_at)
		select '${meeting}', id, '${holm}', case when name like 'Pia%' then 'not_coming' else 'coming' end::attendance_answer, now()
		from person where split_part(name, ' ', 1) in ('Amira', 'Emil', 'Jonas', 'Pia')`);
	await db.close();
	server = await startServer(data);
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
		...['id', 'family', 'asRead', '_form', '_person'].flatMap((name) =>
			fields(page, name)
				.slice(0, 1)
				.map((tag): [string, string] => [name, valueOf(tag)]),
		),
		['meeting', meeting],
		...ticked.map((tag): [string, string] => ['present', valueOf(tag)]),
	]);
	const answer = await fetch(`${server.url}/plan/agree`, {
		method: 'POST',
		redirect: 'manual',
		headers: { cookie: await signIn(server.url, 'parent'), origin: server.url, accept: 'text/html' },
		body: form,
	});
	expect(answer.status).toBe(303);
	const version = answer.headers.get('location')!;
	expect(version).toMatch(/^\/plan\/agreed\//);
	expect(await look('parent', '/plan')).toMatch(/Aftalt den [^<]* på mødet med [^<]*Jonas Lund/);
	expect(await look('parent', `/meetings/${meeting}`)).toContain(`href="${version}"`);
	expect(await look('coordinator', `/families/${holm}/meetings/${meeting}`)).toContain(
		`href="${version.replace('/plan', `/families/${holm}`)}"`,
	);
});
