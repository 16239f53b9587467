/** The commands that can wait for a network, by name, with the schema and the verb their form uses too. */
import * as v from 'valibot';
import type { Refusals } from '$lib/server/command';
import type { Database } from '$lib/server/database';
import { Rate } from '$lib/wellbeing/commands.server';
import { rateRefusals } from '$lib/wellbeing/refusals';
import * as wellbeing from '$lib/wellbeing/wellbeing.server';

interface Known<Schema extends v.GenericSchema> {
	schema: Schema;
	/** `madeAt` (ISO 8601) is when it was done, by our clock. */
	run: (db: Database, person: string, input: v.InferOutput<Schema>, madeAt: string) => Promise<void>;
	refusals?: Refusals;
}
/** Checks the payload of a command; a refusal is a message key. */
export interface Runnable {
	check: (payload: unknown) => { refusal: string } | { run: Run };
	refusals: Refusals;
}
type Run = (db: Database, person: string, madeAt: string) => Promise<void>;

const invalid = 'outbox:refusal.invalid';

const known = <Schema extends v.GenericSchema>({ schema, run, refusals = {} }: Known<Schema>): Runnable => ({
	refusals,
	check: (payload) => {
		const parsed = v.safeParse(schema, payload);
		if (parsed.success) return { run: (db, person, madeAt) => run(db, person, parsed.output, madeAt) };
		// The schemas of the rooms speak in message keys, valibot itself in English.
		const key = parsed.issues.map(({ message }) => message).find((message) => /^\w+:\w/.test(message));
		return { refusal: key ?? invalid };
	},
});

export const commands: ReadonlyMap<string, Runnable> = new Map([
	[
		'wellbeing.rate',
		known({
			schema: Rate,
			run: (db, person, rating, madeAt) => wellbeing.rate(db, person, { ...rating, ratedAt: madeAt }),
			refusals: rateRefusals,
		}),
	],
]);
