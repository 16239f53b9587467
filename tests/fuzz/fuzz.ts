/**
 * Sends every form of every page wrongly, as everybody who may see it, and to every action that no page of the fresh
 * demo has a form for, what its command takes. Whatever comes in, the house answers in words: no
 * failure of its own (5xx), no silence, and no key of a message where the message should stand.
 */
import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn } from '../bench/pages.ts';
import { pages } from '../e2e/pages.ts';
import { wrongWith, type ActionAnswer } from './answers.ts';
import { doorOfForm, formOf, type Door } from './doors.ts';
import { formsOf, type Form } from './forms.ts';
import { chances, surely, wrongly, type Sent } from './mutations.ts';
import { arriving, send } from './send.ts';

export interface Options {
	/** How often each form is sent, never the same twice, or more often where that is not enough for what is always tried (surely). */
	requests: number;
	/** How often by chance where somebody else meets the same form, or where it stands on another page; as often when left out. */
	again?: number;
	seed: number;
	/** Milliseconds after which an answer is missing. */
	patience: number;
	/** One of so many is sent as a page without JavaScript does, and its page read; the others get the answer alone. */
	pageOf?: number;
	/** How many forms are tried at the same time. */
	atOnce?: number;
	/** Only what a finding is about. */
	only?: { who?: string; form?: string; number?: number };
	/** Told after each form. */
	progress?: (done: number, of: number) => void;
}

export interface Finding {
	what: string;
	who: string;
	form: string;
	/** Which of the requests of this form, from 0. */
	number: number;
	sent: Sent;
}

export interface Report {
	forms: number;
	requests: number;
	/** So many forms have fewer different ways of being wrong than were asked for. */
	exhausted: number;
	/** Of the requests, so many were asked to wait (429) and tried nothing more than that. */
	waited: number;
	/** The actions of pages that were sent something. */
	tried: Set<Door>;
	findings: Finding[];
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

/** On another page it is the same form when it has the same fields for the same command: only the way there differs. */
const isSameForm = (one: Pick<Task, 'form' | 'door'>, other: Pick<Task, 'form' | 'door'>) => {
	const names = ({ form }: Pick<Task, 'form'>) =>
		form.fields
			.map(([name]) => name)
			.sort()
			.join();
	return (
		one.door?.command !== undefined && one.door.command === other.door?.command && names(one) === names(other)
	);
};

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

interface Task {
	persona: string | null;
	kind: string;
	form: Form;
	/** The action of a page that it goes to; undefined when it goes elsewhere. */
	door: Door | undefined;
	times: number;
}

/** What a fresh house has to be tried: all is read before anything is sent. */
async function tasksOf(
	base: string,
	doors: readonly Door[],
	requests: number,
	again: number,
): Promise<Task[]> {
	const tasks: Task[] = [];
	const add = (task: Omit<Task, 'times'>) => {
		const isKnown = tasks.some((known) => known.kind === task.kind || isSameForm(known, task));
		const always = surely(task.form.fields).length;
		tasks.push({ ...task, times: isKnown ? always + again : Math.max(always, requests) });
	};
	for (const { persona, paths } of pages) {
		const cookie = await enter(base, persona);
		for (const [kind, form] of await formsFor(base, paths, cookie)) {
			const door = doorOfForm(form, doors);
			add({ persona, kind, form, door });
		}
	}
	const shown = new Set(tasks.map(({ door }) => door));
	for (const door of doors.filter((one) => !shown.has(one))) {
		const { persona, form } = formOf(door, doors);
		add({ persona, kind: kindOf(form), form, door });
	}
	return tasks;
}

/**
 * Tries a running house with fresh demo data; much in it is different afterwards.
 * @param doors the actions of its pages (doorsOf)
 */
export async function fuzz(base: string, doors: readonly Door[], options: Options): Promise<Report> {
	const {
		requests,
		again = requests,
		seed,
		patience,
		pageOf = 10,
		atOnce = 4,
		only = {},
		progress,
	} = options;
	const tasks = (await tasksOf(base, doors, requests, again)).filter(
		({ persona, kind }) =>
			(!only.who || only.who === (persona ?? 'nobody')) && (!only.form || only.form === kind),
	);
	const report: Report = {
		forms: tasks.length,
		requests: 0,
		exhausted: 0,
		waited: 0,
		tried: new Set(tasks.flatMap(({ door }) => door ?? [])),
		findings: [],
	};
	const waiting = [...tasks];
	// Each goes in and out with a session of its own: some of what is sent signs out.
	const worker = async () => {
		const cookies = new Map<string | null, string>();
		for (let task = waiting.shift(); task; task = waiting.shift()) {
			await tryForm(task, cookies);
			progress?.(report.forms - waiting.length, report.forms);
		}
	};
	const agent = new Agent({ keepAlive: true });
	await Promise.all(Array.from({ length: atOnce }, worker));
	agent.destroy();
	return report;

	async function tryForm({ persona, kind, form, times }: Task, cookies: Map<string | null, string>) {
		const who = persona ?? 'nobody';
		// A form's own chances: what is sent to it does not depend on which forms there are besides.
		const chance = chances(
			[...`${seed} ${who} ${kind}`].reduce((sum, c) => Math.imul(sum, 31) + c.charCodeAt(0), 7),
		);
		const found = new Set<string>();
		let number = -1;
		for (const sent of wrongly(form.fields, chance, times, (one) => arriving(form, one))) {
			number += 1;
			if (only.number !== undefined && only.number !== number) continue;
			if (!cookies.has(persona)) cookies.set(persona, await enter(base, persona));
			report.requests += 1;
			const asPage = form.method === 'get' || number % pageOf === 0;
			let what: string | null;
			try {
				const answer = await send(agent, base, form, sent, cookies.get(persona)!, patience, asPage);
				const { text } = answer;
				const isJson = answer.type.startsWith('application/json');
				const action = isJson ? (JSON.parse(text) as ActionAnswer) : null;
				const knowsType = action && ['success', 'failure', 'redirect', 'error'].includes(action.type);
				if (answer.status === 429) report.waited += 1;
				what = wrongWith(answer.status, isJson ? '' : text, knowsType ? action : null);
				const location = answer.location ?? action?.location ?? '';
				if (/^\/sign-in/.test(location) || /sign-out/.test(form.action)) cookies.delete(persona);
			} catch (error) {
				const { name, message } = error as Error;
				what = name === 'AbortError' ? 'no answer' : `no answer: ${message}`;
			}
			// Each kind of fault once a form is enough to mend it.
			if (what && !found.has(what)) {
				found.add(what);
				report.findings.push({ what, who, form: kind, number, sent });
			}
		}
		if (number + 1 < times) report.exhausted += 1;
	}
}

/** A finding with the command that sends it again, and as much of what was sent as can be read. */
export const told = ({ what, who, form, number, sent }: Finding, seed: number) =>
	`${who} · ${form}\n    ${what} (${sent.how})\n    ${sent.body.slice(0, 300)}\n    npm run fuzz -- --seed ${seed} --who ${who} --form '${form}' --number ${number}`;
