/**
 * A request that was not answered as it should be can be sent again as it was, with one button and without a script.
 * Imports nothing of the app but how a form is read, so that it serves while there is none (src/start/waiting.ts).
 */
import { entriesOf, type Entries } from './form.ts';

export interface Again {
	method: 'get' | 'post';
	/** An address of ours, from its path on. */
	address: string;
	entries: Entries;
}

/** No more is carried than any of our forms has: what comes in is sent back several times as long. */
const most = { fields: 500, characters: 50_000 };

/**
 * What was asked or sent, so that nothing typed is lost.
 * @param body of a form, when it was taken (body.ts)
 * @returns null when there is none, or too much, or it is no form
 */
export async function againOf(
	{ method, url, headers }: Pick<Request, 'method' | 'url' | 'headers'>,
	body: Uint8Array<ArrayBuffer> | null,
): Promise<Again | null> {
	const { pathname, search, searchParams } = new URL(url);
	if (method === 'GET') return carried({ method: 'get', address: pathname, entries: [...searchParams] });
	const type = headers.get('content-type');
	if (method !== 'POST' || !body || !type) return null;
	try {
		const form = await new Response(body, { headers: { 'content-type': type } }).formData();
		return carried({ method: 'post', address: pathname + search, entries: entriesOf(form) });
	} catch {
		return null;
	}
}

function carried(again: Again): Again | null {
	const characters = again.entries.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
	return again.entries.length <= most.fields && characters <= most.characters ? again : null;
}

/** One button that sends it again. */
export const formOf = ({ method, address, entries }: Again, label: string): string =>
	`<form method="${method}" action="${escaped(address)}">${entries
		.map(([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`)
		.join('')}<button>${escaped(label)}</button></form>
`;

export const escaped = (text: string): string =>
	text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
