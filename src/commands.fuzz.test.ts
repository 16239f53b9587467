/**
 * Every command, sent wrongly 300 times: it says in words what is wrong, whatever comes in and whatever the database
 * says of it, and hands back everything that was typed. The running house is tried the same way by tests/fuzz.
 */
import { expect, test } from 'vitest';
import type { Database } from '$lib/server/database';
import { attempt, type AnyCommand, type Command } from '$lib/server/command';
import { entriesOf, readBy, typedOf, type Entries, type ObjectSchema } from '$lib/server/form';
import { isSaid } from '../tests/fuzz/answers.ts';
import { chances, mutate } from '../tests/fuzz/mutations.ts';
import { samples } from '../tests/walk/samples.ts';
import { allCommands } from './commands.server';

const requests = 300;
const now = new Date('2026-11-23T12:00:00.000Z');
const person = {
	id: '00000000-0000-7000-8001-0000000000a1',
	name: 'Amira',
	professional: null,
	families: [],
};

/** What a database may say: SQLSTATE, or with a hint the name of a rule. */
const refusals = [
	{ code: '22021', message: 'invalid byte sequence' },
	{ code: '23503', message: 'violates foreign key constraint "x_fkey"' },
	{ code: '23505', message: 'duplicate key value violates unique constraint "goal_pkey"' },
	{ code: '23514', message: 'rule "over_since": no' },
	{ code: '23514', message: 'rule "nobody_has_heard_of": no' },
	{ code: 'PT400', message: 'no', hint: 'nobody_has_heard_of' },
	{ code: '42501', message: 'permission denied' },
	{ code: '57014', message: 'canceling statement due to statement timeout' },
];

/** A database that refuses whatever it is asked. */
const refusing = (error: object): Database =>
	new Proxy(() => undefined, {
		get: (_, name) =>
			name === 'then' ? (done: (answer: object) => void) => done({ data: null, error }) : refusing(error),
		apply: () => refusing(error),
	}) as never;

/** The fields of a sample as a form has them: ids where a sample says of what. */
const fieldsOf = (sample: object): [string, string][] =>
	Object.entries(sample as Record<string, string>).map(([name, value]) => [
		name,
		value.replace(/^@june$/, '2027-06-05').replace(/^@\w+$/, '01990000-0000-7000-8000-0000000000d1'),
	]);

async function read(body: string, contentType: string): Promise<Entries> {
	const request = new Request('http://x', { method: 'POST', body, headers: { 'content-type': contentType } });
	// A body that is no form is refused before it comes to a command.
	return entriesOf(await request.formData().catch(() => new FormData()));
}

/** What a command says of these entries. */
async function saidOf(command: AnyCommand, entries: Entries, error: object): Promise<string[]> {
	const typed = typedOf(entries);
	const reading = readBy(command.schemaAt(now), typed);
	if (!('input' in reading)) return saidIn(reading);
	// What an open command does is the browser's and the identity provider's affair.
	if (command.isOpen) return [];
	const context = { db: refusing(error), person: person as never, now, madeAt: null };
	const outcome = await attempt(command as Command<ObjectSchema, unknown>, entries, context);
	if ('done' in outcome) return [];
	const { id: _, ...back } = outcome.refused.typed;
	const { id: __, ...sent } = typed;
	expect(back, 'nothing that was typed is lost').toEqual(sent);
	return saidIn(outcome.refused);
}
const saidIn = ({ errors, refusal }: { errors: Record<string, string>; refusal: string | null }) =>
	[...Object.values(errors), refusal].filter((key) => key !== null);

test.each(allCommands.map((command) => [command.name, command] as const))('%s', async (name, command) => {
	const ways = samples.get(name)!;
	const chance = chances([...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7));
	let spoken = 0;
	for (let number = 0; number < requests; number += 1) {
		const { body, contentType, how } = mutate(fieldsOf(ways[number % ways.length]!), chance);
		const said = await saidOf(command, await read(body, contentType), refusals[number % refusals.length]!);
		spoken += said.length;
		expect(
			said.filter((key) => !isSaid(key)),
			`${how}: ${body.slice(0, 300)}`,
		).toEqual([]);
	}
	if (fieldsOf(ways[0]!).length) expect(spoken).toBeGreaterThan(0);
});
