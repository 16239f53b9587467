/** Sends a form as a browser does, with scripts or without, and reads what comes back. */
import { request, type Agent } from 'node:http';
import type { Form } from './forms.ts';
import type { Sent } from './mutations.ts';

/** What came back. */
interface Answered {
	status: number;
	type: string;
	location: string | undefined;
	text: string;
}

/** Addresses have an end: servers refuse a header that is longer. */
const inAddress = (body: string) => body.slice(0, 4_000);

/** What reaches the house of something sent by a form. */
export const arriving = ({ method }: Form, { body, contentType }: Sent) =>
	method === 'get' ? inAddress(body) : `${contentType} ${body}`;

/** Through Node's own client, with answers that nobody packs: of so many, fetch alone would take a tenth of the time. */
export function send(
	agent: Agent,
	base: string,
	{ action, method }: Form,
	sent: Sent,
	cookie: string,
	patience: number,
	asPage: boolean,
): Promise<Answered> {
	const kind: Record<string, string> = asPage
		? { accept: 'text/html' }
		: { accept: 'application/json', 'x-sveltekit-action': 'true' };
	const signal = AbortSignal.timeout(patience);
	const isGet = method === 'get';
	const asked = isGet ? `${action.split('?')[0]}?${inAddress(sent.body)}` : action;
	const headers = { cookie, origin: base, ...kind, ...(!isGet && { 'content-type': sent.contentType }) };
	return new Promise((done, fail) => {
		const asking = request(new URL(asked, base), { agent, method: isGet ? 'GET' : 'POST', headers, signal });
		asking.on('error', fail).on('response', (answer) => {
			let text = '';
			answer
				.setEncoding('utf8')
				.on('data', (part: string) => (text += part))
				.on('error', fail)
				.on('end', () =>
					done({
						status: answer.statusCode!,
						type: answer.headers['content-type'] ?? '',
						location: answer.headers.location,
						text,
					}),
				);
		});
		asking.end(isGet ? undefined : sent.body);
	});
}
