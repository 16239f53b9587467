import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../fixtures';
import { untilLookedAfter } from './phone';

/** Our server, with another version of the service worker from a moment on. */
async function serverWithNewVersion(
	target: string,
): Promise<{ url: string; server: Server; release: () => void }> {
	let isNew = false;
	const server = createServer((incoming, outgoing) => {
		// Plain and whole, so that something can be added.
		const { 'accept-encoding': _, 'if-none-match': _tag, ...headers } = incoming.headers;
		const options = { method: incoming.method, headers: { ...headers, host: new URL(target).host } };
		const passed = request(target + incoming.url, options, (answer) => {
			const { 'content-length': _length, ...rest } = answer.headers;
			outgoing.writeHead(answer.statusCode ?? 502, rest);
			if (isNew && incoming.url === '/service-worker.js') outgoing.write('// a new version\n');
			answer.pipe(outgoing);
		});
		passed.on('error', () => outgoing.destroy());
		incoming.pipe(passed);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { url, server, release: () => (isNew = true) };
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
