/** What waited on a phone belongs to whom its form was drawn for: nobody else delivers it. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { kinds } from '../../../src/lib/outbox/kinds.ts';
import { people } from '../../people.ts';
import { family, goal, meeting, type Fields, type Sending } from './sending.ts';

/** On the server of outbox.test.ts. @param offer of the family: which, and what it is about */
export function handedBack({ deliver }: Sending, offer: Fields): void {
	/** Each as its form sends it. */
	const asWritten: Record<keyof typeof kinds, Fields> = {
		'plan.addGoal': { id: v7(), family, title: 'Mors egne ord' },
		'plan.noteProgress': { id: v7(), goal, family, note: 'Mors egne ord', score: '5' },
		'plan.markDone': { id: goal },
		'plan.markNotDone': { id: goal },
		'offers.answer': { id: v7(), ...offer, state: 'interested' },
		'meetings.answer': { meeting, revision: '2', person: people.parent, answer: 'coming' },
		'meetings.addPoint': { id: v7(), meeting, family, wording: 'Mors egne ord' },
		'wellbeing.rate': { id: v7(), topic: 'ladder', scale: '', answers: '4' },
	};
	for (const [name, content] of Object.entries(asWritten)) {
		test(`${name}: written on a page drawn for another, it is handed back, whoever the phone says it is of`, async () => {
			expect(await deliver(name, { ...content, _person: people['young-person'] })).toMatchObject({
				state: 'refused',
				reason: 'outbox:refusal.otherPerson',
				words: expect.any(String) as string,
			});
			expect(await deliver(name, { ...content, _person: people.parent })).toMatchObject({ state: 'sent' });
		});
	}
}
