/** What a receipt claims is what the command did, and no more. */
import { expect, test } from 'vitest';
import type { Command, Context } from '$lib/server/command';
import type { ObjectSchema } from '$lib/server/form';
import { commands } from './commands.server';

test.each([
	['catalogue.editOffer', {}, true, 'office:receipt.offerSaved'],
	// Taken off the list before: families do not find it.
	['catalogue.editOffer', {}, false, 'office:receipt.offerSavedAside'],
	['team.answer', { answer: 'yes', message: null }, undefined, 'staff:receipt.yes'],
	['team.answer', { answer: 'yes', message: 'Gerne' }, undefined, 'staff:receipt.yes'],
	['team.answer', { answer: 'no', message: 'Desværre' }, undefined, 'staff:receipt.no'],
	['team.answer', { answer: 'no', message: null }, undefined, 'staff:receipt.noWithoutWords'],
	['meetings.move', {}, 'time', 'moving:receipt.time'],
	['meetings.move', {}, 'place', 'moving:receipt.place'],
	['meetings.move', {}, 'nothing', 'common:receipt.unchanged'],
])('%s of %j that answers %j: %s', (name, input, result, text) => {
	const command = commands.get(name) as unknown as Command<ObjectSchema, unknown>;
	expect(command.receiptOf(input, result, {} as Context)).toMatchObject({ text });
});
