import { expect, test, vi } from 'vitest';
import { aheadOf, alone, receive, sayFull } from './front';

function received(url: string, origin: string) {
	const headers: Record<string, string> = {};
	const request = { url, headers: { range: 'bytes=5-1' } };
	const response = { setHeader: (name: string, value: string) => (headers[name] = value) };
	receive(request as never, response as never, origin);
	return { url: request.url, headers, asked: request.headers };
}

test('browsers are told to stay on https where it is there, and nowhere else', () => {
	const { headers } = received('/favicon.svg', 'https://plan.example');
	expect(headers).toMatchObject({
		'strict-transport-security': 'max-age=31536000',
		'x-frame-options': 'DENY',
	});
	expect(received('/', 'http://127.0.0.1:3000').headers).not.toHaveProperty('strict-transport-security');
});

test.each([
	['/plan?words=%E0%A4', '/plan?words=%E0%A4'],
	['/m%C3%B8de', '/m%C3%B8de'],
	['/%E0%A4%A', '/%20'],
	['/%', '/%20'],
])('the address %s becomes %s', (url, read) => expect(received(url, 'http://x').url).toBe(read));

test.each([
	['/healthz', 'health'],
	['/healthz?', 'health'],
	['/healthz?from=monitor', 'health'],
	['/_app/immutable/entry/start.js', 'file'],
	['/healthzz', null],
	['/?/healthz', null],
	['/plan', null],
	[undefined, null],
])('of the address %s it is known ahead of the database: %s', (address, what) =>
	expect(aheadOf(address)).toBe(what),
);

test('no part of a file is asked for', () => expect(received('/favicon.svg', 'http://x').asked).toEqual({}));

test('what an answer throws ends it alone', () => {
	const said: unknown[] = [];
	const response = {
		headersSent: false,
		writeHead: (status: number) => ({ end: () => said.push(status) }),
		destroy: () => said.push('destroyed'),
	};
	const fails = alone(() => {
		throw new RangeError('start');
	});
	const error = vi.spyOn(console, 'error').mockImplementation(() => {});
	fails({} as never, response as never);
	fails({} as never, { ...response, headersSent: true } as never);
	expect(said).toEqual([500, 'destroyed']);
	expect(error).toHaveBeenCalledWith('A request was not answered: RangeError');
	error.mockRestore();
});

test('a full disk is told as something that is not well', () => {
	const told: unknown[] = [];
	const response = {
		writeHead: (status: number) => (told.push(status), response),
		end: (body: string) => told.push(JSON.parse(body)),
	};
	sayFull(response as never);
	expect(told).toEqual([503, { app: 'ok', database: 'full' }]);
});
