/** Somebody came while nobody looked: told until each has said that it is fine, and a parent has their days to say no from the first look. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../bench/pages.ts';
import { people } from '../people.ts';
import { freshServer, type FreshServer } from './fresh.ts';
import { read } from './house.ts';

type Persona = 'parent' | 'young-person';

const hanne = '00000000-0000-7000-8001-0000000000e7';
const family = '00000000-0000-7000-8002-00000000000a';
const place = '01990000-0000-7000-8000-000000000001';

let server: FreshServer;
beforeAll(async () => {
	server = await freshServer('arrivals', {
		more: `insert into public.team_member (id, family_id, professional_id, job_id, joined_at)
			select '${place}', '${family}', person_id, id, now() - interval '100 days'
			from public.job where person_id = '${hanne}'`,
	});
});
afterAll(() => server.stop());

async function headersOf(who: Persona) {
	return { accept: 'text/html', 'accept-language': 'da', cookie: await signIn(server.url, who) };
}
async function page(path: string, who: Persona, more: Record<string, string> = {}) {
	const answer = await fetch(server.url + path, { headers: { ...(await headersOf(who)), ...more } });
	return read(await answer.text());
}
const post = async (path: string, who: Persona, fields: Record<string, string>) =>
	fetch(server.url + path, {
		method: 'POST',
		headers: { ...(await headersOf(who)), origin: server.url },
		redirect: 'manual',
		body: new URLSearchParams({ _person: people[who], ...fields }),
	});

const shown = `select s.person_id from public.arrival_shown s join public.family_event e on e.id = s.event_id
	where e.person_id = '${hanne}' and e.family_id = '${family}'`;

test('who came 100 days ago is told, and it is noted when a parent was first shown it', async () => {
	for (const name of ['purpose', 'sec-purpose', 'x-moz']) {
		await page('/home', 'parent', { [name]: 'prefetch' });
	}
	await fetch(`${server.url}/home`, { method: 'HEAD', headers: await headersOf('parent') });
	await page('/home', 'young-person');
	expect(await server.asOwner(shown), 'fetched ahead, and seen by who says no to nobody').toEqual([]);

	expect(await page('/home', 'parent')).toContain('Hanne Juul');
	const team = await page('/team', 'parent');
	expect(team).toContain('Nej tak til Hanne Juul');
	expect(team).toContain('Du kan sige nej indtil den ');
	expect(await server.asOwner(shown)).toEqual([{ person_id: people.parent }]);
});

test('after 14 days she is told still, and the no is for the municipality', async () => {
	await server.asOwner(`update public.arrival_shown set shown_at = now() - interval '14 days'
		where event_id in (select id from public.family_event where person_id = '${hanne}')`);
	const team = await page('/team', 'parent');
	expect(team).toContain('Er det forkert, så ring til kommunen.');
	expect(team).not.toContain('Nej tak til Hanne Juul');
	const answer = await post('/team?/sendAway', 'parent', { _form: 'old page', id: place });
	expect(answer.status).toBe(409);

	const event = /name="_form" value="fine-([\da-f-]{36})"/.exec(team)![1]!;
	expect((await post('/team?/fine', 'parent', { id: event })).status).toBe(303);
	expect(await page('/team', 'parent')).not.toContain('Er det forkert');
	expect(await page('/home', 'parent')).not.toContain('Hanne Juul er med i teamet');
	expect(await page('/home', 'young-person'), 'each for themselves').toContain('Hanne Juul');
});

test('a child that has no other home here is not put out; the municipality is called', async () => {
	const child = '01990000-0000-7000-8000-000000000002';
	await server.asOwner(`with born as (
			insert into public.person (id, name) values ('${child}', 'Karla') returning id
		), day as (
			insert into public.birth (person_id, born_on) select id, private.today() - interval '5 years' from born
		)
		insert into public.member (id, family_id, person_id, role) select id, '${family}', id, 'child' from born`);
	expect(await page('/team', 'parent')).toContain('Karla');
	const answer = await post('/team?/putOut', 'parent', { _form: `putOut-${child}`, id: child });
	expect(answer.status).toBe(409);
	const words = read(await answer.text());
	expect(words).toContain('Barnet har ikke et andet hjem her');
	expect(words).toMatch(/Så finder I en løsning sammen\..*Ring til Egelund Kommune/s);
	expect(await page('/more', 'parent')).toContain('Karla');
});
