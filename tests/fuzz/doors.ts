/** Every action of every page of the built app, and what a form of it is sent with when no page shows one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Persona } from '../e2e/fixtures.ts';
import { june, pages } from '../e2e/pages.ts';
import { people } from '../people.ts';
import { samples, type Kind } from '../walk/samples.ts';
import type { Form } from './forms.ts';

export interface Door {
	/** As in "/plan/[goal]". */
	route: string;
	/** Null: the page has this one alone. */
	action: string | null;
	/** The name of its command. */
	command: string;
}

/** What Kit makes of a page. */
interface Node {
	server_id?: string;
	server?: { actions?: Record<string, { command: { name: string } }> };
}

/** @param app the folder of a built app (copyToRun) */
export async function doorsOf(app: string): Promise<Door[]> {
	const nodes = join(app, 'server/chunks/nodes');
	const doors: Door[] = [];
	for (const file of readdirSync(nodes).filter((name) => name.endsWith('.js'))) {
		const { server_id = '', server } = (await import(pathToFileURL(join(nodes, file)).href)) as Node;
		if (!server_id.endsWith('/+page.server.ts')) continue;
		const route = server_id.replace(/^src\/routes|\/\+page\.server\.ts$/g, '').replace(/\/\([^)]*\)/g, '');
		for (const [name, { command }] of Object.entries(server?.actions ?? {})) {
			doors.push({ route, action: name === 'default' ? null : name, command: command.name });
		}
	}
	// What is called something goes before what takes any name.
	const taking = ({ route }: Door) => route.split('[').length;
	return doors.sort((a, b) => taking(a) - taking(b));
}

/** The route of an address, among those that have doors. */
const routeOf = (pathname: string, doors: readonly Door[]) =>
	doors.find(({ route }) => new RegExp(`^${route.replaceAll(/\[\w+\]/g, '[^/]+')}$`).test(pathname))?.route;

/** The door that a form goes to; undefined when it goes to none of a page. */
export function doorOfForm({ method, action }: Form, doors: readonly Door[]): Door | undefined {
	if (method === 'get') return undefined;
	const { pathname, searchParams } = new URL(action, 'http://house');
	const route = routeOf(pathname, doors);
	const name = [...searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? null;
	return doors.find((door) => door.route === route && door.action === name);
}

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
/** Something of the demo for each kind that has fixed ids there (supabase/seed/00_shorthand.sql). */
const demo: Partial<Record<Kind | 'june', string>> = {
	june: june.date,
	family: id('8002', 'a'),
	person: people.parent,
	goal: id('8010', 'a1'),
	version: id('8012', 'a1'),
	meeting: id('8020', 'a1'),
	point: id('8021', 'a1'),
	choice: id('8005', 'a2'),
	invitation: id('8060', 'a1'),
	scale: id('8040', 'a1'),
	rating: id('8041', 'a1'),
	member: id('8003', 'a1'),
	teamMember: id('8004', 'a1'),
	professional: people.teacher,
	job: id('8007', 'e2'),
	offer: id('8030', '1'),
	organisation: id('8006', 'e1'),
	municipality: id('8000', 'e'),
};
/** That of something that there is not. */
const nothing = '01990000-0000-7000-8000-0000000000d1';

/** Where no page leads any more, and who was asked there. */
const elsewhere = [{ persona: 'coordinator' as const, paths: [`/families/questions/${demo.choice}`] }];

/** A form of this door, and somebody who may come to it. @throws when no page is known that has it */
export function formOf(door: Door, doors: readonly Door[]): { persona: Persona | null; form: Form } {
	for (const { persona, paths } of [...pages, ...elsewhere]) {
		const path = paths.find((one) => routeOf(one.split('?')[0]!, doors) === door.route);
		if (!path) continue;
		const [sample = {}] = samples.get(door.command) ?? [];
		const fields = Object.entries(sample).map(([name, value]): [string, string] => [
			name,
			value.startsWith('@') ? (demo[value.slice(1) as Kind] ?? nothing) : value,
		]);
		const forWhom: [string, string][] = [
			['_form', 'fuzz'],
			['_person', persona ? people[persona] : ''],
		];
		const action = door.action === null ? path : `${path}${path.includes('?') ? '&' : '?'}/${door.action}`;
		return { persona, form: { action, method: 'post', fields: [...forWhom, ...fields] } };
	}
	throw new Error(`Nobody is known to come to ${door.route} (tests/e2e/pages.ts).`);
}
