import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askToWait } from './waiting';

let origin: string;
const server = createServer((request, response) => void askToWait(origin, request, response));
beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const words = new URLSearchParams({ _form: 'note', note: 'Det <gik> "godt"' });
async function asked(path: string, init: RequestInit = {}, headers: Record<string, string> = {}) {
	const answer = await fetch(origin + path, { ...init, headers: { accept: 'text/html', ...headers } });
	expect(answer.status).toBe(503);
	return answer.text();
}

test('whoever reads is asked to try again', async () => {
	expect(await asked('/plan')).toContain('<a href="">Prøv igen</a>');
});

test('whoever sent a form can send it again, with everything typed', async () => {
	const html = await asked('/plan?/note', { method: 'POST', body: words }, { origin });
	expect(html).toContain('<form method="post" action="/plan?/note">');
	expect(html).toContain('name="note" value="Det &lt;gik&gt; &quot;godt&quot;"');
	expect(html).toContain('<button>Prøv igen</button>');
	expect(html).toContain('Det, du lige sendte, er ikke gemt endnu.');
});

test.each<[string, BodyInit, string | null]>([
	['of another site', words, 'https://evil.example'],
	['of which nobody says where it stood', words, null],
	['that is none', 'x', 'ours'],
	['of more fields than any has', new URLSearchParams('=&'.repeat(600)), 'ours'],
])('a form %s is not given back', async (_, body, from) => {
	const headers: Record<string, string> = from ? { origin: from === 'ours' ? origin : from } : {};
	expect(await asked('/plan?/note', { method: 'POST', body }, headers)).not.toContain('<form');
});

test('a page’s script gets what it understands', async () => {
	const answer = await fetch(`${origin}/plan?/note`, {
		method: 'POST',
		headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
		body: words,
	});
	expect(await answer.json()).toEqual({ type: 'error', error: { message: 'common:error.unavailable' } });
});
