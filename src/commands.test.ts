/** The list of commands against what the pages have: nothing is sent that is not on it. */
import type { Actions } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { languages } from '$lib/i18n/languages';
import { lookup } from '$lib/i18n/lookup';
import { messagesOf } from '$lib/i18n/messages.server';
import danish from '$lib/i18n/danish';
import type { Namespace } from '$lib/i18n/i18n';
import { namespacesOf } from '$lib/i18n/rooms';
import { refusalOf, type AnyCommand } from '$lib/server/command';
import { DatabaseError } from '$lib/server/database-error';
import { readBy } from '$lib/server/form';
import { samples } from '../tests/walk/samples.ts';
import { allCommands, commands } from './commands.server';

const pages = import.meta.glob<{ actions?: Actions }>('./routes/**/+page.server.ts', { eager: true });
const components = import.meta.glob<string>('./**/*.svelte', {
	eager: true,
	query: '?raw',
	import: 'default',
});
const sources = Object.entries(components);
const schemas = Object.values(
	import.meta.glob<string>('../supabase/schemas/*.sql', { eager: true, query: '?raw', import: 'default' }),
);
const commandOf = (action: unknown) => (action as { command?: unknown }).command;

describe('the list of commands', () => {
	test('names each once, after its room', () => {
		const names = allCommands.map(({ name }) => name);
		expect(commands.size).toBe(names.length);
		expect(names.filter((name) => !/^[a-z0-9]+\.[a-z][A-Za-z]+$/.test(name))).toEqual([]);
	});

	const actions = Object.entries(pages).flatMap(([file, page]) =>
		Object.entries(page.actions ?? {}).map(([name, action]) => ({ action, at: `${file} ${name}` })),
	);
	test('there are actions to look at', () => expect(actions.length).toBeGreaterThan(40));
	test.each(actions)('$at is the action of a command on it', ({ action }) => {
		const command = commandOf(action) as { name: string } | undefined;
		expect(command && commands.get(command.name)).toBe(command);
		expect(command).toBeDefined();
	});
	test('says of each field of a form something of its own: its answers stand in one list above it', () => {
		const said = (key: string) => lookup('da', messagesOf('da', [key.split(':')[0] as Namespace]))(key);
		const alike = allCommands.flatMap(({ name, schemaAt }) => {
			const schema = schemaAt(new Date('2026-11-23T08:30:00Z'));
			const fields = Object.keys((schema as unknown as { entries: object }).entries);
			return ['', 'x'.repeat(20_000)].flatMap((typed) => {
				const read = readBy(schema, Object.fromEntries(fields.map((field) => [field, [typed]])));
				// Nobody wrote what a form was drawn from.
				const { drawnFrom: _, revision: __, ...errors } = 'errors' in read ? read.errors : {};
				const words = Object.values(errors).map(said);
				const again = words.filter((text, index) => words.indexOf(text) !== index || /\bher\b/.test(text!));
				return again.map((text) => `${name}: ${text}`);
			});
		});
		expect(alike).toEqual([]);
	});
	test('has nothing that no page sends', () => {
		const sent = new Set(actions.map(({ action }) => commandOf(action)));
		expect(allCommands.filter((command) => !sent.has(command)).map(({ name }) => name)).toEqual([]);
	});
	test('asks about the same again where there may well be two, and the database holds the others to one', () => {
		const once = {
			'enrolment.enrolAgain': 'unique index enrolment_one_in_force',
			'offers.answer': 'constraint offer_once_for_each unique',
			'offers.suggest': 'constraint offer_once_for_each unique',
			'office.giveJob': 'unique index job_once_at_a_time',
			// What is shared anew takes the place of what was.
			'sharing.share': 'trigger then_replace_share',
			'team.choose': 'unique index one_open_question_per_family',
			'team.join': 'unique index team_member_once',
			// Who is out is there no more to be meant.
			'team.takeOut': `refuse('somebody_is_called_that',`,
		};
		for (const [name, holds] of Object.entries(once)) {
			expect(
				schemas.some((text) => text.includes(`${holds} `)),
				`${name}: ${holds}`,
			).toBe(true);
		}
		const making = [...samples].filter(([, ways]) => ways.some(({ id }) => id === '@fresh'));
		const asking = allCommands.filter(({ mayBeTwo }) => mayBeTwo).map(({ name }) => name);
		expect([...asking, ...Object.keys(once)].sort()).toEqual(making.map(([name]) => name).sort());
	});
	test('has every command that a form says can wait, and it is the one of its own action', () => {
		const waiting = sources.flatMap(([file, text]) =>
			[...text.matchAll(/<CommandForm\b([\s\S]*?)(?:\{#snippet|<\/CommandForm>)/g)]
				.map(([, props]) => props!)
				.filter((props) => /\bwaits\b/.test(props))
				.map((props) => ({
					file,
					waits: /\bwaits="([^"]+)"/.exec(props)?.[1],
					...toOf(props),
				})),
		);
		// And no other comes through the outbox: what is said late there would undo what was said since.
		const mayWait = allCommands.filter((one) => one.mayWait).map(({ name }) => name);
		expect([...new Set(waiting.map(({ waits }) => waits))].sort()).toEqual(mayWait.sort());
		for (const { file, waits, address, action, mayBeGiven } of waiting) {
			expect({ waits, action }, `${file} says both in so many words`).toEqual({
				waits: expect.any(String) as string,
				action: expect.any(String) as string,
			});
			const held = commands.get(waits!);
			expect(held?.mayWait, waits).toBe(true);
			const own = pagesWith(file).filter((page) => !mayBeGiven || actionsOf(page)?.[action!]);
			const at = address ? Object.keys(pages).filter((page) => addressOf(page) === address) : [];
			const sentTo = mayBeGiven ? [...own, ...at] : address ? at : own;
			expect(sentTo, file).not.toEqual([]);
			for (const page of sentTo) {
				expect(commandOf(actionsOf(page)?.[action!]), `${file} ${action} of ${page}`).toBe(held);
			}
		}
	});
});

/** Where a form goes: the page that is named, with a dot for each part that is not, its action, and whether who draws it may say so. */
function toOf(props: string) {
	const [, text = ''] = /\baction=("[^"]*"|\{.*\})/.exec(props) ?? [];
	const [, address = '', action] = /(\/[^?`"]*)?\?\/(\w+)/.exec(text) ?? [];
	return { address: address.replace(/\$?\{[^}]*\}/g, '.'), action, mayBeGiven: text.includes('??') };
}
/** The address of a page as toOf has it. */
const addressOf = (page: string) =>
	page
		.replace(/^\.\/routes|\/\+page\.\w+(\.\w+)?$/g, '')
		.replace(/\/\(\w+\)/g, '')
		.replace(/\[\w+\]/g, '.');
const actionsOf = (page: string) => pages[page.replace('+page.svelte', '+page.server.ts')]?.actions;

/** The pages that draw this component, themselves or by others; a page draws itself. */
function pagesWith(file: string, seen = new Set<string>()): string[] {
	if (seen.has(file)) return [];
	seen.add(file);
	if (file.endsWith('/+page.svelte')) return [file];
	const users = sources.filter(([user, text]) =>
		[...text.matchAll(/from '([^']+\.svelte)'/g)].some(([, from]) => {
			const path = from!.replace(/^\$lib/, '/lib');
			return `.${decodeURI(new URL(path, `file://${user.slice(1)}`).pathname)}` === file;
		}),
	);
	return users.flatMap(([user]) => pagesWith(user, seen));
}

test('what is written in one line is kept in one line', () => {
	const kept = allCommands.flatMap(({ name, schemaAt }) =>
		(samples.get(name) ?? []).flatMap((way) =>
			Object.keys(way).flatMap((field) => {
				const fields = Object.entries(way as Record<string, string>).map(([one, value]) => [
					one,
					[value.replace(/^@june$/, '2027-06-05').replace(/^@\w+$/, '01990000-0000-7000-8000-0000000000d1')],
				]);
				const typed = { ...(Object.fromEntries(fields) as Record<string, string[]>), [field]: ['A\nB'] };
				const read = readBy(schemaAt(new Date('2026-11-23T12:00:00Z')), typed);
				return 'input' in read && JSON.stringify(read.input).includes('\\n') ? [`${name} ${field}`] : [];
			}),
		),
	);
	const severalLines = [
		'catalogue.addOffer description',
		'catalogue.editOffer description',
		'meetings.addPoint wording',
		'meetings.propose purpose',
		'offers.suggest reason',
		'plan.addGoal sign',
		'plan.addGoal title',
		'plan.editGoal sign',
		'plan.editGoal title',
		'plan.noteProgress note',
		'staff.editProfile helpsWith',
		'team.answer message',
	];
	// No words: an address, a code and a day are looked at where they are used.
	const noWords = ['browser.chooseLanguage to', 'invitation.accept code', 'sharing.share until'];
	expect([...new Set(kept)].sort()).toEqual([...severalLines, ...noWords].sort());
});

/** The keys of what may come back from a command: from its schema, and from what the database refuses. */
function keysOf({ refusals, schemaAt }: AnyCommand): Set<string> {
	const keys = new Set(Object.values(refusals).map(({ message }) => message));
	const seen = new Set<unknown>();
	const look = (part: unknown) => {
		if (typeof part === 'string' && /^[a-z]+:[\w.]+\.\w+$/.test(part)) keys.add(part);
		if (typeof part !== 'object' || part === null || seen.has(part)) return;
		seen.add(part);
		for (const inner of Object.values(part)) look(inner);
	};
	look(schemaAt(new Date(0)));
	return keys;
}

test('the page of a command has the words for all that may come back from it', () => {
	const forms = Object.entries(pages).flatMap(([file, { actions = {} }]) =>
		Object.values(actions).map((action) => ({
			route: file.slice('./routes'.length, -'/+page.server.ts'.length) || '/',
			command: commandOf(action) as AnyCommand,
		})),
	);
	const said = forms.map(({ route, command }) => ({ route, name: command.name, keys: [...keysOf(command)] }));
	expect(said.flatMap(({ keys }) => keys).length).toBeGreaterThan(200);
	const silent = said.flatMap(({ route, name, keys }) =>
		keys
			.filter((key) => !namespacesOf(route).includes(key.split(':')[0] as Namespace))
			.map((key) => `${route} ${name}: ${key}`),
	);
	expect(silent).toEqual([]);
});

test('every form that posts says for whom it was drawn', () => {
	// Signing in, and how this browser shows things, are done as nobody.
	const asNobody = /action="(\/demo\/sign-in|\?\/language|\?\/theme|\/language\?\/language)"/;
	const silent = sources.flatMap(([file, text]) =>
		[...text.matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)]
			.filter(([form]) => !form.includes('<ForWhom') && !asNobody.test(form))
			.map(([form]) => `${file}: ${form.slice(0, 80)}`),
	);
	expect(silent).toEqual([]);
});

test('and so does what a script of ours posts', () => {
	const posting = sources.filter(([, text]) => text.includes("method: 'POST'"));
	expect(posting).not.toEqual([]);
	expect(posting.filter(([, text]) => !text.includes('_person:')).map(([file]) => file)).toEqual([]);
});

const spoken = Object.keys(languages) as (keyof typeof languages)[];
describe.each(spoken)('in %s', (language) => {
	const t = lookup(language, messagesOf(language, Object.keys(danish) as Namespace[]));
	const isSaid = (key: string) => t(key) !== key.split(':')[1];

	test('every refusal of every command is said in words', () => {
		const keys = allCommands.flatMap(({ refusals }) => Object.values(refusals).map(({ message }) => message));
		expect(keys).not.toEqual([]);
		expect(keys.filter((key) => !isSaid(key))).toEqual([]);
	});
	test.each(['42501', '23503', '23505', '23514', '22P02', '22021'])('so is SQLSTATE %s', (code) => {
		expect(isSaid(refusalOf(new DatabaseError({ code, message: '' }), {})!.message)).toBe(true);
	});
});
