/** For tests: a phone that is slow to store, or never does, in place of ./phone. */
import { vi } from 'vitest';
import type { Command } from './outbox';
import type { Outbox } from './outbox.svelte';

export const second = 1_000;

/** A browser's storage: one thing after the other, so slow as it says; it may refuse. */
export const phone = {
	kept: new Map<string, Command>(),
	/** For how long (ms) each thing takes. */
	slow: 0,
	refuses: false,
	/** Says yes to everything and keeps nothing. */
	swallows: false,
	delivered: [] as string[],
	last: Promise.resolve() as Promise<unknown>,
};

const next = <T>(work: () => T): Promise<T> => {
	const done = phone.last.then(() => new Promise((go) => setTimeout(go, phone.slow))).then(work);
	phone.last = done.catch(() => undefined);
	return phone.refuses ? Promise.reject(new Error('QuotaExceededError')) : done;
};

/** What it answers with. */
export const storage = {
	isThere: () => next(() => phone.kept.size > 0),
	list: (of: string) => next(() => [...phone.kept.values()].filter(({ person }) => person === of)),
	add: (one: Command) => next(() => void (phone.swallows || phone.kept.set(one.id, one))),
	change: (commands: Command[]) =>
		next(() => commands.every((one) => phone.kept.has(one.id) && phone.kept.set(one.id, one))),
	forget: (of: string) =>
		next(() => phone.kept.forEach(({ person }, id) => person === of && phone.kept.delete(id))),
	remove: ({ id }: Command) => next(() => void phone.kept.delete(id)),
	takeBack: ({ id }: Command) =>
		next(() => phone.kept.get(id)?.mayHaveArrived === false && phone.kept.delete(id)),
	deliver: (of: string) => next(() => (phone.delivered.push(of), 0)),
};

/** It is empty and quick again. */
export function emptied(): void {
	phone.kept.clear();
	Object.assign(phone, { slow: 0, refuses: false, swallows: false, delivered: [], last: Promise.resolve() });
}

/** Whose phone it is. */
export const amira = {
	person: { id: 'amira' },
	keepUnder: 'amira',
	language: 'da' as const,
	servedAt: '2026-11-23T12:00:00.000Z',
	path: '/plan',
};

/** How what it keeps stands. */
export const states = () => [...phone.kept.values()].map(({ state }) => state);

/** What comes of it when everything slow has happened. */
export async function after<T>(work: Promise<T>): Promise<T> {
	await vi.advanceTimersByTimeAsync(30 * second);
	return work;
}

export const hold = (outbox: Outbox, id?: string) =>
	after(outbox.hold('wellbeing.rate', [['id', 'of the page']], true, 'Gem', id)) as Promise<Command>;
