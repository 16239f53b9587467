/** What the outbox hands to the server, handed over by the test itself. */
import type { Page } from '@playwright/test';

/** The id of who is signed in. */
export async function personOf(page: Page): Promise<string> {
	const answer = await page.request.get('/more/__data.json');
	const line = JSON.parse((await answer.text()).split('\n')[0]!) as {
		nodes: { data: [Record<string, number>, ...Record<string, number>[]] }[];
	};
	const { data } = line.nodes[0]!;
	const person = data[data[0].person!] as Record<string, number>;
	return data[person.id!] as unknown as string;
}

export const deliver = (page: Page, commands: object[]) =>
	page.request.post('/api/outbox', {
		headers: { origin: new URL(page.url()).origin },
		data: { sentAt: new Date().toISOString(), commands },
	});
export const rating = (person: string, id: string, more: object = {}) => ({
	id,
	person,
	name: 'wellbeing.rate',
	entries: [
		['id', id],
		['topic', 'ladder'],
		['scale', ''],
		['answers', '5'],
	],
	madeAt: new Date().toISOString(),
	...more,
});
