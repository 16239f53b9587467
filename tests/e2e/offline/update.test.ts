import type { Worker } from '@playwright/test';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures';
import { onPhone, untilKept, untilLookedAfter } from './phone';

/**
 * Our server, with another version of the service worker from a moment on; when it is said which version there is, that
 * of everything.
 */
async function serverWithNewVersion(
	target: string,
): Promise<{ url: string; server: Server; release: (version?: string) => void }> {
	let isNew = false;
	let former: string | undefined;
	let added = '';
	const server = createServer((incoming, outgoing) => {
		// Plain and whole, so that something can be added.
		const { 'accept-encoding': _, 'if-none-match': _tag, origin, ...rest } = incoming.headers;
		const headers = { ...rest, ...(origin && { origin: target }), host: new URL(target).host };
		const options = { method: incoming.method, headers };
		const passed = request(target + incoming.url, options, (answer) => {
			const { 'content-length': _length, ...rest } = answer.headers;
			outgoing.writeHead(answer.statusCode ?? 502, { ...rest, 'cache-control': 'no-store' });
			if (former && /text|json/.test(rest['content-type'] ?? '')) {
				const parts: Buffer[] = [];
				answer.on('data', (part: Buffer) => parts.push(part));
				answer.on('end', () => outgoing.end(`${Buffer.concat(parts)}`.replaceAll(former!, former! + added)));
				return;
			}
			if (isNew && incoming.url === '/service-worker.js') outgoing.write('// a new version\n');
			answer.pipe(outgoing);
		});
		passed.on('error', () => outgoing.destroy());
		incoming.pipe(passed);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { url, server, release: (version) => void ((isNew = true), (former = version), (added += '1')) };
}

test('a new version waits until it is asked for', async ({ newContext, baseURL }) => {
	const { url, server, release } = await serverWithNewVersion(baseURL!);
	const page = await (await newContext({ ownDevice: true })).newPage();
	await page.goto(`${url}/sign-in`);
	await untilLookedAfter(page);
	await expect(page.getByText('Der er kommet en ny udgave')).toHaveCount(0);

	release();
	await page.reload();
	await expect(page.getByText('Der er kommet en ny udgave')).toBeVisible();
	const choice = page.locator('input[name="device"][value="own"]');
	await choice.check();
	// Nothing happens by itself to somebody in the middle of something.
	await page.evaluate(() => navigator.serviceWorker.ready.then(({ waiting }) => waiting!.scriptURL));
	await expect(choice).toBeChecked();

	// Nor to somebody who has begun something, unasked.
	await page.getByRole('button', { name: 'Skift til den nye' }).click();
	await expect(page.getByText('Skifter du nu, forsvinder det')).toBeVisible();
	await expect(choice).toBeChecked();
	const again = page.waitForEvent('load');
	await page.getByRole('button', { name: 'Skift alligevel' }).click();
	await again;
	await expect(choice).not.toBeChecked();
	await untilLookedAfter(page);
	expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).waiting)).toBeNull();
	await expect(page.getByText('Der er kommet en ny udgave')).toHaveCount(0);
	server.closeAllConnections();
	server.close();
});

test('what can be read without a network stays so over a deploy, help above all', async ({
	newContext,
	baseURL,
}) => {
	const { url, server, release } = await serverWithNewVersion(baseURL!);
	const context = await newContext({ ownDevice: true });
	await context.request.post(`${url}/demo/sign-in`, {
		form: { persona: 'parent', device: 'own' },
		headers: { origin: url },
	});
	let page = await context.newPage();
	await page.goto(`${url}/plan`);
	await page.getByRole('link', { name: 'Vi vil have nogle rolige morgener' }).click();
	await expect(page.getByLabel('Skriv lidt om det')).toBeVisible();
	const goal = new URL(page.url()).pathname;
	const pages = ['/home', '/plan', '/wellbeing/help', goal];
	await untilLookedAfter(page);
	await page.reload();
	await untilKept(page, pages);
	const copies = async () =>
		Object.entries((await onPhone(page)).caches).filter(([name]) => name.startsWith('seen-'));
	const canBeRead = async () => {
		await context.setOffline(true);
		await page.goto(`${url}/wellbeing/help`);
		await expect(page.getByRole('main')).toContainText('112');
		await page.goto(url + goal);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('rolige morgener');
		await context.setOffline(false);
	};
	const [[former]] = (await copies()) as [[string, string[]]];
	const version = former.slice(former.lastIndexOf('-') + 1);

	release(version);
	await page.goto(`${url}/more`);
	await canBeRead();
	// The new version makes its copies with a page that comes after it was fetched.
	await page.goto(`${url}/more`);
	await expect
		.poll(() => page.evaluate(async () => !!(await navigator.serviceWorker.ready).waiting))
		.toBe(true);
	await page.goto(`${url}/more`);
	await expect
		.poll(async () => Object.fromEntries(await copies())[`${former}1`])
		.toEqual(expect.arrayContaining(pages));
	const again = page.waitForEvent('load');
	await page.getByRole('button', { name: 'Skift til den nye' }).click();
	await again;
	await expect.poll(async () => (await copies()).map(([name]) => name)).toEqual([`${former}1`]);
	await canBeRead();

	// Who only looks in has the next one when they are gone again.
	release(version);
	const [coming] = await Promise.all([context.waitForEvent('serviceworker'), page.goto(`${url}/more`)]);
	await page.close();
	const stateOf = (worker: Worker) =>
		worker.evaluate('self.serviceWorker.state').catch((cause: Error) => cause.message);
	await expect.poll(() => stateOf(coming)).toBe('activated');
	page = await context.newPage();
	await canBeRead();
	server.closeAllConnections();
	server.close();
});
