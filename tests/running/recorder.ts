/** Stands before a Supabase, passes everything on, and keeps what every request carried. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Seen = IncomingHttpHeaders;

export async function recorderBefore(target: string) {
	const seen: Seen[] = [];
	const server = createServer(async (request, response) => {
		seen.push(request.headers);
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		const headers = Object.fromEntries(
			Object.entries(request.headers).filter(
				([name]) => !['host', 'connection', 'content-length'].includes(name),
			),
		) as Record<string, string>;
		const answer = await fetch(target + request.url, {
			method: request.method,
			headers,
			body: chunks.length ? Buffer.concat(chunks) : undefined,
		});
		response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
		response.end(Buffer.from(await answer.arrayBuffer()));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { seen, url: `http://127.0.0.1:${port}`, stop: () => server.close().closeAllConnections() };
}
