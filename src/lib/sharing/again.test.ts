import { expect, test } from 'vitest';
import type { Database } from '$lib/server/database';
import { share } from './sharing.server';

const choice = {
	id: '01990000-0000-7000-8000-0000000000e1',
	professional: '01990000-0000-7000-8000-0000000000e2',
	profession: 'Lærer',
	topic: 'ladder',
	period: '3',
	until: '',
} as const;

/** A database in which that choice was made at this moment. */
function holding(createdAt: string, validUntil: string): Database {
	const row = {
		createdAt,
		owner_id: 'amira',
		topic: choice.topic,
		professional_id: choice.professional,
		valid_until: validUntil,
		withdrawn_at: null,
	};
	const found = { maybeSingle: () => Promise.resolve({ data: row, error: null }) };
	return {
		from: () => ({
			select: () => ({ match: () => found, eq: () => found }),
			upsert: () => ({ select: () => Promise.resolve({ data: [], error: null }) }),
		}),
	} as unknown as Database;
}

// Half past eleven in the evening in Denmark.
const made = holding('2026-11-23T22:30:00Z', '2027-02-23');
const afterMidnight = new Date('2026-11-23T23:30:00Z');

test('the same sent again after midnight is the same choice', async () => {
	await expect(share(made, 'amira', choice, afterMidnight)).resolves.toBeUndefined();
});

test('another period under its id is another choice, and refused', async () => {
	await expect(share(made, 'amira', { ...choice, period: '1' }, afterMidnight)).rejects.toMatchObject({
		names: ['made_already'],
	});
});
