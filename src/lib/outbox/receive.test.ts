import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { command, type AnyCommand } from '$lib/server/command';
import { DatabaseError } from '$lib/server/database-error';
import { id, words } from '$lib/server/fields';
import { Delivery, receive } from './receive.server';

const one = '01900000-0000-7000-8000-000000000001';
const amira = { id: '01900000-0000-7000-8000-0000000000a1', name: 'Amira', professional: null, families: [] };
const now = new Date('2026-11-23T12:00:00.000Z');
const done: unknown[] = [];
let fault: Error | null = null;
const note = command({
	name: 'plan.note',
	mayWait: true,
	schema: v.object({ id, words: words(20, 'plan:error.titleMissing', 'plan:error.titleTooLong') }),
	run: async ({ person, madeAt }, input) => {
		if (fault) throw fault;
		done.push([person.id, madeAt, input.words]);
	},
	refusals: { note_rule: { message: 'plan:error.datePast' } },
});
const read = command({ name: 'plan.read', schema: v.object({ id }), run: async () => 'once' });
const commands = new Map<string, AnyCommand>([note, read].map((known) => [known.name, known]));

const delivered = {
	id: one,
	name: 'plan.note',
	person: amira.id,
	madeAt: '2026-11-23T11:00:00.000Z',
	entries: [
		['id', one],
		['words', 'Ro\0 '],
		['_form', 'note'],
	],
};
const asked: string[] = [];
const dbAt = (madeAt: string) => {
	asked.push(madeAt);
	return {} as never;
};
const receiver = { dbAt, person: amira as never, now, sentAt: now.toISOString(), commands };
const received = (change: object = {}) => receive({ ...delivered, ...change }, receiver);
const refusedWith = (reason: string) => ({ id: one, state: 'refused', reason });

describe('a command from the outbox', () => {
	test('is read and run as its form would have been, as of when it was done', async () => {
		expect(await received()).toEqual({ id: one, state: 'sent' });
		expect(done).toEqual([[amira.id, '2026-11-23T11:00:00.000Z', 'Ro']]);
		expect(asked, 'the database is told').toEqual(['2026-11-23T11:00:00.000Z']);
	});
	test.each([
		['of somebody else', { person: one }, 'outbox:refusal.notYours'],
		[
			'from a page drawn for somebody else',
			{ entries: [...delivered.entries, ['_person', one]] },
			'outbox:refusal.otherPerson',
		],
		[
			'that says two of whom it is',
			{
				entries: [...delivered.entries, ['_person', amira.id], ['_person', one]],
			},
			'outbox:refusal.otherPerson',
		],
		['that there is not', { name: 'plan.burn' }, 'outbox:refusal.unknown'],
		['that comes as a form alone', { name: 'plan.read' }, 'outbox:refusal.unknown'],
		['with a field to put right', { entries: [['id', one]] }, 'plan:error.titleMissing'],
		['without what no person types', { entries: [['words', 'Ro']] }, 'outbox:refusal.invalid'],
		['that is none', { entries: 'x' }, 'outbox:refusal.invalid'],
		['with a time that is none', { madeAt: 'yesterday' }, 'outbox:refusal.invalid'],
		['with one only valibot reads', { madeAt: '2026-11-23T10:00:00+01' }, 'outbox:refusal.invalid'],
	])('%s is handed back with words', async (_, change, reason) => {
		expect(await received(change)).toEqual(refusedWith(reason));
	});
	test.each(['+01', ' +01', '-23', 'Z', '+01:00', ' +01:00', '+0100', '.1Z'])(
		'of a time that ends in %j is answered for good, whatever JavaScript makes of it',
		async (end) => {
			const answer = await received({ madeAt: `2026-11-23T10:00:00${end}` });
			expect(['sent', 'refused']).toContain(answer.state);
		},
	);
	test.each([
		['23514', 'rule "note_rule": no', refusedWith('plan:error.datePast')],
		['PT400', 'rule "note_rule": no', refusedWith('plan:error.datePast')],
		['22021', 'NUL', refusedWith('outbox:refusal.invalid')],
		['23514', 'rule "made_already": no', refusedWith('outbox:refusal.madeAlready')],
		[
			'23505',
			'duplicate key value violates unique constraint "note_pkey"',
			refusedWith('outbox:refusal.madeAlready'),
		],
		['23514', 'rule "over_since": no', { id: one, state: 'over' }],
		['57014', 'too slow', { id: one, state: 'waiting' }],
	])('that the database refuses with %s (%s)', async (code, message, answer) => {
		fault = new DatabaseError({ code, message });
		expect(await received()).toEqual(answer);
		fault = null;
	});
});

describe('a delivery', () => {
	test.each([{ id: one, name: 7 }, { id: 'x' }, {}, null, 'x', [[]]])(
		'with %j in it does not spoil the others, and that is handed back',
		async (odd) => {
			const delivery = { sentAt: now.toISOString(), commands: [odd, delivered] };
			expect(v.is(Delivery, delivery)).toBe(true);
			const id = typeof odd === 'object' && odd && 'id' in odd ? odd.id : '';
			expect(await receive(odd, receiver)).toEqual({ ...refusedWith('outbox:refusal.invalid'), id });
		},
	);
	test.each(['+010000-01-01T00:00:00.000Z', 'soon', null, undefined])(
		'sent at %j is read, without a clock to go by',
		(sentAt) => expect(v.parse(Delivery, { sentAt, commands: [] })).toEqual({ sentAt: null, commands: [] }),
	);
});
