import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { answers, questions, ready } from './answering';
import { deliver, personOf, rating } from './delivering';

/** Puts a command on the phone as a closed page could have left it. */
const leave = (
	page: Page,
	command: { id: string; person?: string; entries: string[][]; name?: string; page?: string },
) =>
	page.evaluate(
		({ id, person, entries, name, page: on }) =>
			new Promise<void>((done, fail) => {
				const open = indexedDB.open('outbox', 1);
				open.onerror = () => fail(open.error!);
				open.onsuccess = () => {
					const store = open.result.transaction('commands', 'readwrite').objectStore('commands');
					store.put({
						id,
						name: name ?? 'wellbeing.rate',
						person,
						entries,
						page: on,
						madeAt: new Date().toISOString(),
						state: 'waiting',
						reason: null,
					}).onsuccess = () => {
						open.result.close();
						done();
					};
				};
			}),
		command,
	);

test('what cannot be received is refused with a reason and can be removed', async ({ as }) => {
	const page = await as('parent', { ownDevice: true });
	const before = await ready(page);
	const person = await personOf(page);
	const bad = '01990000-0000-7000-8000-0000000000d1';
	const answered = await deliver(page, [
		rating(person, bad, {
			entries: [
				['id', bad],
				['topic', 'ladder'],
				['answers', '99'],
			],
		}),
		rating(person, bad, { name: 'plan.burn' }),
		rating(person, bad, { entries: [] }),
	]);
	expect(await answered.json()).toEqual({
		answers: [
			{ id: bad, state: 'refused', reason: 'wellbeing:error.answersMissing', words: expect.any(String) },
			{ id: bad, state: 'refused', reason: 'outbox:refusal.unknown', words: expect.any(String) },
			{ id: bad, state: 'refused', reason: 'outbox:refusal.invalid', words: expect.any(String) },
		],
	});

	await leave(page, {
		id: bad,
		person,
		page: questions,
		entries: [
			['topic', 'ladder'],
			['answers', '99'],
		],
	});
	// A page of another room, which has no words of its own for it.
	await page.goto('/plan');
	await expect(page.getByRole('alert')).toContainText('Noget, du gjorde uden net, nåede ikke frem');
	await expect(page.getByRole('alert')).not.toContainText('error.');
	await expect(page.getByRole('alert')).toContainText(/Du valgte:\s*99/);
	await expect(page.getByRole('alert').getByRole('link', { name: 'Se siden' })).toHaveAttribute(
		'href',
		questions,
	);
	await page.getByRole('button', { name: 'Fjern det' }).click();
	await expect(page.getByText('Noget, du gjorde uden net, nåede ikke frem')).toHaveCount(0);
	await page.reload();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.getByText('Noget, du gjorde uden net, nåede ikke frem')).toHaveCount(0);
	expect(await answers(page)).toBe(before);
});
