/** Sending a command twice: as a page's form does, and as the outbox of a phone. */
import { afterAll, beforeAll } from 'vitest';
import { v7 } from 'uuid';
import { signIn } from '../../bench/pages.ts';
import { freshServer } from '../fresh.ts';
import type { Server } from '../../e2e/server.ts';
import { people } from '../../people.ts';
import { fieldsOf } from '../house.ts';

/** The ids of the demo (supabase/seed/00_shorthand.sql). */
export const family = '00000000-0000-7000-8002-00000000000a';
export const { teacher: jonas, 'job-adviser': pia, coordinator: mette } = people;
const personas = ['parent', 'coordinator', 'job-adviser', 'project-lead'] as const;
export type Persona = (typeof personas)[number];
export type Fields = Record<string, string>;
/** With several values of one field, as only the outbox has them here. */
export type Lists = Record<string, string | string[]>;

/** His place in the team of that family. */
export const jonasInTeam = '00000000-0000-7000-8004-0000000000a2';
export const piaInTeam = '00000000-0000-7000-8004-0000000000a3';
export const hanne = '00000000-0000-7000-8007-0000000000e7';
/** An association of theirs. */
export const volunteers = '00000000-0000-7000-8006-0000000000e3';
export const meeting = '00000000-0000-7000-8020-0000000000a1';
export const june = {
	date: `${new Date().getFullYear() + 1}-06-05`,
	start: '10:00',
	end: '11:00',
	place: 'Biblioteket',
};
export const goal = '00000000-0000-7000-8010-0000000000a1';
/** Where the forms of commands stand that never wait for a network. */
const formOf: Record<string, (content: Fields) => string> = {
	'plan.removeGoal': ({ id }) => `/plan/${id}?/remove`,
	'plan.agree': () => '/plan/agree',
	'meetings.removePoint': () => `/meetings/${meeting}?/removePoint`,
	'meetings.propose': () => '/meetings/new',
	'meetings.cancel': ({ id }) => `/meetings/${id}?/cancel`,
	'meetings.move': ({ id }) => `/meetings/${id}/move`,
	'wellbeing.takeBack': () => '/wellbeing?/takeBack',
	'wellbeing.addScale': () => '/wellbeing/scales?/add',
	'wellbeing.retireScale': () => '/wellbeing/scales?/retire',
	'sharing.share': ({ professional }) => `/sharing/${professional}/preview?/share&topic=ladder`,
	'sharing.withdraw': ({ professional }) => `/sharing/${professional}/stop?/withdraw&topic=ladder`,
	'team.choose': ({ professional }) => `/team/coordinator/${professional}`,
	'team.takeBack': () => '/team?/takeBack',
	'team.join': () => `/office/families/${family}?/join`,
	'team.leave': () => `/office/families/${family}?/leave`,
	'office.giveJob': ({ person }) => `/office/colleagues/${person}?/give`,
	'staff.endJob': ({ job }) => `/office/colleagues/${jonas}/${job}?/end`,
	'catalogue.addOffer': () => '/office/offers/new?/save',
	'catalogue.retireOffer': () => '/office/offers?/retire',
	'offers.suggest': ({ offer }) => `/families/${family}/offers/${offer}?/suggest`,
};
/** What a part of a file asks the server of that file. */
export type Sending = ReturnType<typeof sending>;

/** A server of this file's own with everybody signed in. */
export function sending(name: string) {
	let server: Server;
	const cookies = new Map<string, string>();
	beforeAll(async () => {
		server = await freshServer(name);
		for (const persona of personas) cookies.set(persona, await signIn(server.url, persona));
	});
	afterAll(() => server.stop());

	/**
	 * Sends a form as the page's script does, and returns what the page gets.
	 * @param jar keeps the cookies of the answers, as a browser does
	 */
	async function sent(persona: string, path: string, fields: Fields, jar = new Map<string, string>()) {
		const answer = await fetch(server.url + path, {
			method: 'POST',
			headers: {
				accept: 'application/json',
				'x-sveltekit-action': 'true',
				cookie: [cookies.get(persona)!, ...[...jar].map((pair) => pair.join('='))].join('; '),
				origin: server.url,
			},
			body: new URLSearchParams({ _person: people[persona as Persona], ...fields }),
		});
		for (const cookie of answer.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
			jar.set(name!, value!);
		}
		return (await answer.json()) as { type: string; status: number; data?: string; location?: string };
	}

	/** Delivers a command as the outbox of a phone does. @param daysAgo when it was done */
	async function deliver(name: string, content: Lists, who: Persona = 'parent', id = v7(), daysAgo = 0) {
		const sentAt = new Date().toISOString();
		const madeAt = new Date(Date.parse(sentAt) - daysAgo * 24 * 60 * 60_000).toISOString();
		const entries = Object.entries(content).flatMap(([name, value]) =>
			[value].flat().map((one) => [name, one]),
		);
		const command = { id, name, person: people[who], madeAt, entries };
		const answer = await fetch(`${server.url}/api/outbox`, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				cookie: cookies.get(who)!,
				origin: server.url,
			},
			body: JSON.stringify({ sentAt, commands: [command] }),
		});
		const { answers } = (await answer.json()) as { answers: { state: string; reason?: string }[] };
		return answers[0]!;
	}

	/** A command as it comes: as a form to where it stands, or, where there is none, through the outbox; told as there. */
	async function does(name: string, content: Fields, who: Persona = 'parent', id = v7()) {
		const form = formOf[name]?.(content);
		if (!form) return deliver(name, content, who, id);
		const { type, data = '' } = await sent(who, form, { _form: 'form', ...content });
		if (type === 'redirect') return { id, state: 'sent' };
		if (data.includes('common:error.overSince')) return { id, state: 'over' };
		return { id, state: 'refused', reason: /"(\w+:error\.\w+)"/.exec(data)?.[1] };
	}

	/** What the parent who looks at the plan now agrees to. */
	async function asRead(): Promise<string> {
		const page = await fetch(`${server.url}/plan/agree`, { headers: { cookie: cookies.get('parent')! } });
		return /name="asRead" value="(\w+)"/.exec(await page.text())![1]!;
	}

	/** From what the form on a page is drawn that sends this to it. */
	async function drawnFrom(path: string, has: string): Promise<{ drawnFrom: string }> {
		const page = await fetch(server.url + path, { headers: { cookie: cookies.get('parent')! } });
		return { drawnFrom: fieldsOf(await page.text(), has).drawnFrom! };
	}

	return { sent, asRead, deliver, does, drawnFrom };
}
