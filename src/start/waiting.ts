/** What is answered while there is nothing to answer with: the app is being built, or its database is coming back. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { againOf, formOf, type Again } from '../lib/server/again.ts';
import { NotTaken, rooms, take } from '../lib/server/body.ts';
import { pageOf, type Language } from './page.ts';

const words = {
	da: [
		'Vent et øjeblik',
		'Vores Plan er straks klar igen. Det, du har gemt, er her stadig.',
		'Prøv igen',
		'Det, du lige sendte, er ikke gemt endnu. Det bliver sendt, når du prøver igen.',
	],
	en: [
		'One moment',
		'Vores Plan will be back right away. What you saved is still here.',
		'Try again',
		'What you just sent is not saved yet. It is sent when you try again.',
	],
	ar: [
		'لحظة من فضلك',
		'سيعود Vores Plan حالًا. ما حُفظ ما زال هنا.',
		'إعادة المحاولة',
		'ما أرسلته للتو لم يُحفظ بعد، ويُرسل عند إعادة المحاولة.',
	],
} as const satisfies Record<Language, unknown>;

/** The language somebody chose, or the first one their browser asks for that we have. */
function languageOf({ headers }: IncomingMessage): Language {
	const chosen = /(?:^|; )language=(da|en|ar)(?:;|$)/.exec(headers.cookie ?? '')?.[1];
	const asked = (headers['accept-language'] ?? '').match(/\b(da|en|ar)\b/)?.[1];
	return (chosen ?? asked ?? 'da') as Language;
}

/** The form somebody sent from a page of ours, so that it can be sent again; null: there is none. */
async function sentTo(origin: string, request: IncomingMessage): Promise<Again | null> {
	const { method, url = '', headers } = request;
	if (method !== 'POST' || headers.origin !== origin || !url.startsWith('/')) return null;
	const asked = new Request(origin + url, {
		method,
		headers: { 'content-type': headers['content-type'] ?? '' },
		body: Readable.toWeb(request),
		duplex: 'half',
	} as RequestInit);
	try {
		return await againOf(asked, await take(asked, rooms.form));
	} catch (cause) {
		if (cause instanceof NotTaken) return null;
		throw cause;
	}
}

/** 503 in words, to people and to programs. @param origin of our own pages */
export async function askToWait(
	origin: string,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const language = languageOf(request);
	const [title, text, again, notYet] = words[language];
	const headers = { 'retry-after': '5', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
	if (!(request.headers.accept ?? '').includes('text/html')) {
		response.writeHead(503, { ...headers, 'content-type': 'application/json' });
		// As Kit's forms read it: the page says so beside the form, and keeps what was typed.
		const isForm = request.headers['x-sveltekit-action'] === 'true';
		const error = { message: isForm ? 'common:error.unavailable' : text };
		response.end(JSON.stringify(isForm ? { type: 'error', error } : error));
		return;
	}
	const sent = await sentTo(origin, request);
	response.writeHead(503, { ...headers, 'content-type': 'text/html; charset=utf-8' });
	const next = sent ? `<p>${notYet}</p>\n${formOf(sent, again)}` : `<p><a href="">${again}</a></p>`;
	response.end(pageOf(language, title, `<p>${text}</p>\n${next}`));
}
