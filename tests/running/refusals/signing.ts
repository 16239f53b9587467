/** Signing in and out: nobody but oneself is signed out, and nobody is led elsewhere or tries codes without end. */
import { expect, test } from 'vitest';
import { freshServer } from '../fresh.ts';
import { people } from '../../people.ts';
import { said, type Refusing } from '../refusing.ts';

/** On the server of refusals.test.ts: a second one would only start again. */
export function signingInAndOut({ enter, get, post }: Refusing): void {
	test('a page that somebody else left open signs nobody out, and that is said', async () => {
		const signOut = (person: string, headers = {}) =>
			post('/sign-out', new URLSearchParams({ _form: 'sign-out', _person: person }), headers);
		const answer = await signOut(people['young-person']);
		expect(answer.status).toBe(409);
		expect(await said(answer)).toContain('En anden er logget ind nu');
		const asked = await signOut(people['young-person'], { accept: 'application/json' });
		expect([asked.status, await asked.json()]).toEqual([409, { message: 'open:otherHere' }]);
		expect((await get('/plan')).status).toBe(200);
	});

	test('whoever signs out is out, also by a page that does not say for whom it was drawn', async () => {
		for (const body of [new URLSearchParams({ _person: people.coordinator }), '']) {
			const cookie = await enter('coordinator');
			expect((await get('/families', cookie)).status).toBe(200);
			const type = { 'content-type': 'application/x-www-form-urlencoded' };
			const answer = await post('/sign-out', body, type, cookie);
			expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
			expect((await get('/families', cookie)).status).toBe(303);
		}
	});

	for (const to of ['//evil.example', '/\t/evil.example', '/\\evil.example', '/\n/evil.example']) {
		test(`signing in leads nowhere else: ${JSON.stringify(to)}`, async () => {
			const answer = await post('/demo/sign-in', new URLSearchParams({ persona: 'parent', to }), {}, '');
			expect(answer.status).toBe(303);
			expect(answer.headers.get('location')).toBe('/');
		});
	}

	test('whoever tries codes without end is asked to wait', async () => {
		const limited = await freshServer('limits', { settings: { RATE_LIMITS: 'on' } });
		let answer: Response;
		let tries = 0;
		do {
			answer = await fetch(`${limited.url}/invitation/AAAA-BBBB-CCCC-${tries}`, {
				headers: { accept: 'text/html' },
			});
			tries += 1;
		} while (answer.status !== 429 && tries < 80);
		expect(tries).toBeGreaterThan(50);
		expect(tries).toBeLessThan(70);
		expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(await said(answer)).toContain('Vent op til fem minutter');
		const program = await fetch(`${limited.url}/invitation/AAAA`, {
			headers: { accept: 'application/json' },
		});
		expect(await program.json()).toEqual({ message: 'common:error.tooMany' });
		// Others are not held up by it.
		expect((await fetch(`${limited.url}/sign-in`)).status).toBe(200);
		await limited.stop();
	});
}
