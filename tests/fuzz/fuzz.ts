/**
 * Sends every form of every page wrongly, as everybody who may see it. Whatever comes in, the house answers in words: no
 * failure of its own (5xx), no silence, and no key of a message where the message should stand.
 */
import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn } from '../bench/pages.ts';
import { pages } from '../e2e/pages.ts';
import { formsOf, type Form } from './forms.ts';
import { chances, mutate, type Sent } from './mutations.ts';

export interface Options {
	/** How often each form is sent. */
	requests: number;
	seed: number;
	/** Milliseconds after which an answer is missing. */
	patience: number;
}

export interface Finding {
	what: string;
	who: string;
	form: string;
	sent: Sent;
}

export interface Report {
	forms: number;
	requests: number;
	/** Of these, so many were asked to wait (429) and tried nothing more than that. */
	waited: number;
	findings: Finding[];
}

const rooms = readdirSync(new URL('../../src/lib/i18n/locales/da', import.meta.url)).map((file) =>
	file.replace('.json', ''),
);
const rawKey = new RegExp(`\\b(?:${rooms.join('|')}):[a-z]\\w*(?:\\.\\w+)+`);

/** What one reads of an answer; scripts carry keys that the page turns into words. */
const read = (html: string) => html.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');

/** What is wrong with this answer; null when nothing is. */
async function wrongWith(ask: () => Promise<Response>): Promise<string | null> {
	try {
		const answer = await ask();
		const text = await answer.text();
		if (answer.status >= 500) return `answers ${answer.status}`;
		const key = rawKey.exec(read(text));
		return key && `shows the key ${key[0]}`;
	} catch (error) {
		const { name, message } = error as Error;
		return name === 'TimeoutError' ? 'no answer' : `no answer: ${message}`;
	}
}

/** The cookie of somebody who has come in, when the house lets in no more for a while too. */
async function enter(base: string, persona: string | null): Promise<string> {
	if (!persona) return '';
	for (;;) {
		const cookie = await signIn(base, persona);
		if (cookie.includes('session')) return cookie;
		await wait(5_000);
	}
}

/** Two forms are one when they go the same way with the same fields, whichever row they are about. */
const kindOf = ({ action, fields }: Form) =>
	`${action.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')} ${fields.map(([name]) => name).join(',')}`;

/** Every form one of the demo's people meets, once. */
async function formsFor(base: string, paths: string[], cookie: string): Promise<Map<string, Form>> {
	const forms = new Map<string, Form>();
	for (const path of paths) {
		const answer = await fetch(base + path, { headers: { cookie } });
		for (const form of formsOf(await answer.text(), path)) {
			if (!forms.has(kindOf(form))) forms.set(kindOf(form), form);
		}
	}
	return forms;
}

/** Tries a running house with fresh demo data; much in it is different afterwards. */
export async function fuzz(base: string, { requests, seed, patience }: Options): Promise<Report> {
	const report: Report = { forms: 0, requests: 0, waited: 0, findings: [] };
	// All come in before anybody tries the door.
	const cookies = new Map<string | null, string>();
	for (const { persona } of pages) cookies.set(persona, await enter(base, persona));
	for (const { persona, paths } of pages) {
		const who = persona ?? 'nobody';
		let cookie = cookies.get(persona)!;
		const forms = await formsFor(base, paths, cookie);
		report.forms += forms.size;
		for (const [kind, form] of forms) {
			// A form's own chances: what is sent to it does not depend on which forms there are besides.
			const chance = chances(
				[...`${seed} ${who} ${kind}`].reduce((sum, c) => Math.imul(sum, 31) + c.charCodeAt(0), 7),
			);
			const found = new Set<string>();
			for (let n = 0; n < requests; n += 1) {
				const sent = mutate(form.fields, chance);
				report.requests += 1;
				let left = false;
				const what = await wrongWith(async () => {
					const answer = await send(base, form, sent, cookie, patience);
					if (answer.status === 429) report.waited += 1;
					left = /^\/sign-in/.test(answer.headers.get('location') ?? '') || /sign-out/.test(form.action);
					return answer;
				});
				// Each kind of fault once a form is enough to mend it.
				if (what && !found.has(what)) {
					found.add(what);
					report.findings.push({ what, who, form: kind, sent });
				}
				if (left) cookie = await enter(base, persona);
			}
		}
	}
	return report;
}

function send(base: string, { action, method }: Form, sent: Sent, cookie: string, patience: number) {
	const headers = { cookie, origin: base, accept: 'text/html' };
	const signal = AbortSignal.timeout(patience);
	if (method === 'get') {
		// Addresses have an end: servers refuse a header that is longer.
		const asked = `${base}${action.split('?')[0]}?${sent.body.slice(0, 4_000)}`;
		return fetch(asked, { headers, signal, redirect: 'manual' });
	}
	return fetch(base + action, {
		method: 'POST',
		headers: { ...headers, 'content-type': sent.contentType },
		body: sent.body,
		signal,
		redirect: 'manual',
	});
}

/** A finding as one line, with as much of what was sent as can be read. */
export const told = ({ what, who, form, sent }: Finding) =>
	`${who} · ${form}\n    ${what} (${sent.how})\n    ${sent.body.slice(0, 300)}`;
