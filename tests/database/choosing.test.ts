/** A family's choice of coordinator is never half done, whoever presses first. */
import { afterAll, beforeEach, afterEach, expect, test } from 'vitest';
import { begun } from './begun.ts';

const pglite = await begun('demo');
const person = (tail: string) => `00000000-0000-7000-8001-0000000000${tail}`;
const [amira, emil, mette, jonas, pia, thomas] = ['a1', 'a2', 'e1', 'e2', 'e3', 'e4'].map(person) as [
	string,
	string,
	string,
	string,
	string,
	string,
];
const holm = '00000000-0000-7000-8002-00000000000a';
const question = '01990000-0000-7000-8000-000000000001';

afterAll(() => pglite.close());
beforeEach(() => pglite.exec('begin; savepoint here'));
afterEach(() => pglite.exec('rollback'));

/** Runs one statement as this person; what is refused leaves no trace. @returns the refusal's words, or null */
async function as(who: string, sql: string): Promise<string | null> {
	try {
		await pglite.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify({ sub: who })]);
		await pglite.exec(`set local role authenticated; ${sql}; reset role; release here; savepoint here`);
		return null;
	} catch (cause) {
		await pglite.exec('rollback to here');
		return (cause as Error).message;
	}
}
const ask = (whom: string, { by = amira, id = question, stop = false } = {}) =>
	as(by, `select public.choose_coordinator('${id}', '${holm}', '${whom}', ${stop})`);
const answer = (who: string, accept: boolean) =>
	as(who, `select public.answer_coordinator_choice('${question}', ${accept}, 'Tak, fordi I spurgte.')`);
const takeBack = () => as(amira, `select public.end_coordinator_choice('${question}', true)`);

async function coordinators(): Promise<string[]> {
	const found = await pglite.query<{ professional_id: string }>(
		`select professional_id from public.coordinator_choice
		where family_id = '${holm}' and answer = 'accepted' and ended_at is null`,
	);
	return found.rows.map((row) => row.professional_id);
}
const open = async () =>
	(
		await pglite.query(
			`select 1 from public.coordinator_choice where family_id = '${holm}' and answer is null and ended_at is null`,
		)
	).rows.length;

test('the present coordinator goes on until the one asked says yes', async () => {
	expect(await ask(jonas)).toBeNull();
	expect(await coordinators()).toEqual([mette]);
	expect(await answer(jonas, true)).toBeNull();
	expect(await coordinators()).toEqual([jonas]);
});

test('a no leaves everything as it was', async () => {
	await ask(jonas);
	expect(await answer(jonas, false)).toBeNull();
	expect(await coordinators()).toEqual([mette]);
});

test('a second question is refused by its name, and stops nobody', async () => {
	await ask(jonas);
	const other = { id: '01990000-0000-7000-8000-000000000002', stop: true };
	expect(await ask(pia, other)).toContain('"one_open_question_per_family"');
	expect(await coordinators()).toEqual([mette]);
});

test('the same press delivered twice is one question', async () => {
	expect(await ask(jonas)).toBeNull();
	expect(await ask(jonas)).toBeNull();
	expect(await open()).toBe(1);
});

test('who says yes anew is coordinator without a break', async () => {
	await ask(mette);
	expect(await coordinators()).toEqual([mette]);
	await answer(mette, true);
	expect(await coordinators()).toEqual([mette]);
	const { rows } = await pglite.query(
		`select 1 from public.coordinator_choice former join public.coordinator_choice later
			on later.id = '${question}' and former.ended_at = later.answered_at`,
	);
	expect(rows).toHaveLength(1);
});

test('a yes that came while the question was taken back holds', async () => {
	await ask(jonas);
	await answer(jonas, true);
	expect(await takeBack()).toBe('not yours to end');
	expect(await coordinators()).toEqual([jonas]);
});

test('a question taken back can no longer be answered', async () => {
	await ask(jonas);
	expect(await takeBack()).toBeNull();
	expect(await answer(jonas, true)).toBe('no open question to you');
	expect(await coordinators()).toEqual([mette]);
});

test('only a parent asks, and only the one asked answers', async () => {
	expect(await ask(jonas, { by: emil })).toBe('only a parent of the family chooses');
	await ask(jonas);
	expect(await answer(pia, true)).toBe('no open question to you');
});

test('who leaves the team is no longer coordinator, and no longer asked', async () => {
	await ask(jonas);
	const leave = (who: string) =>
		as(
			thomas,
			`update public.team_member set left_at = now() where family_id = '${holm}' and professional_id = '${who}'`,
		);
	expect(await leave(pia)).toBeNull();
	expect([await coordinators(), await open()]).toEqual([[mette], 1]);
	expect(await leave(jonas)).toBeNull();
	expect([await coordinators(), await open()]).toEqual([[mette], 0]);
	expect(await leave(mette)).toBeNull();
	expect(await coordinators()).toEqual([]);
});
