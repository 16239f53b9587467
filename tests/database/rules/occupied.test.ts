/** What occupies whom when: meetings overlap as moments do, whatever clocks show, and count while one is asked. */
import { nameOf } from '../../policies/labels.ts';
import { expect, on, type Stage } from '../../policies/stage.ts';

/** Meetings as if they had been called long ago, each with one person asked. */
async function meet(stage: Stage, meetings: [name: string, person: string, from: string, until: string][]) {
	for (const [name, person, from, until] of meetings) {
		await stage.longAgo(`insert into meeting (id, family_id, purpose, starts_at, ends_at, created_at)
			values ('@${name}', '@family', 'Vi ses', '${from}', '${until}', '${from}')`);
		await stage.longAgo(`insert into meeting_attendee (meeting_id, family_id, person_id)
			values ('@${name}', '@family', '@${person}')`);
	}
}
/** The names of what occupies somebody. */
async function occupied({ owner }: Stage, person: string, from: string, until: string): Promise<string[]> {
	const rows = await owner(
		`select source_id from private.occupied(array['@${person}']::uuid[], '${from}', '${until}')`,
	);
	return rows.map(({ source_id }) => nameOf(source_id));
}

on('across midnight, touching and around', async (stage) => {
	await meet(stage, [
		['late', 'teacher', '2027-02-10 23:00+01', '2027-02-11 00:30+01'],
		['until midnight', 'teacher', '2027-02-11 22:00+01', '2027-02-12 00:00+01'],
		['all day', 'teacher', '2027-02-20 08:00+01', '2027-02-20 20:00+01'],
	]);
	const table: [from: string, until: string, expected: string[]][] = [
		['2027-02-11 00:00+01', '2027-02-11 01:00+01', ['late']],
		['2027-02-10 22:00+01', '2027-02-10 23:00+01', []],
		['2027-02-11 00:30+01', '2027-02-11 01:30+01', []],
		['2027-02-11 00:29+01', '2027-02-11 01:30+01', ['late']],
		['2027-02-12 00:00+01', '2027-02-12 01:00+01', []],
		['2027-02-20 10:00+01', '2027-02-20 11:00+01', ['all day']],
		['2027-02-20 07:00+01', '2027-02-20 21:00+01', ['all day']],
		['2027-02-10 00:00+01', '2027-02-21 00:00+01', ['late', 'until midnight', 'all day']],
	];
	for (const [from, until, expected] of table) {
		expect(await occupied(stage, 'teacher', from, until), `${from} to ${until}`).toEqual(expected);
	}
});

on('in the nights when clocks change, as moments are', async (stage) => {
	await meet(stage, [
		// Clocks show 02:30 twice on 25 October 2026, and never on 28 March 2027 (29 March in 2026).
		['first 02:30', 'teacher', '2026-10-25 02:30+02', '2026-10-25 03:00+02'],
		['second 02:30', 'teacher', '2026-10-25 02:30+01', '2026-10-25 03:00+01'],
		['over the gap', 'teacher', '2027-03-28 01:30+01', '2027-03-28 03:15+02'],
		['over the gap before', 'teacher', '2026-03-29 01:30+01', '2026-03-29 03:15+02'],
	]);
	const night = (day: string, from: string, until: string) =>
		occupied(stage, 'teacher', `${day} ${from}`, `${day} ${until}`);
	expect(await night('2026-10-25', '02:30+02', '03:00+02')).toEqual(['first 02:30']);
	// When the first half hour is over, clocks are set back: the hour between is free.
	expect(await night('2026-10-25', '02:00+01', '02:30+01')).toEqual([]);
	expect(await night('2026-10-25', '02:30+01', '02:45+01')).toEqual(['second 02:30']);
	expect(await night('2026-10-25', '02:00+02', '03:00+01')).toEqual(['first 02:30', 'second 02:30']);
	// 02:30 as who counts in hours since midnight has it, and 03:00 as the clock shows half an hour after 01:30.
	expect(await night('2027-03-28', '02:00+01', '03:30+02')).toEqual(['over the gap']);
	expect(await night('2027-03-28', '03:15+02', '04:00+02')).toEqual([]);
	expect(await night('2026-03-29', '03:00+02', '04:00+02')).toEqual(['over the gap before']);
	expect(await night('2026-03-29', '00:30+01', '01:30+01')).toEqual([]);
});

on('cancelled and declined occupy nobody; no answer and a yes do', async (stage) => {
	await meet(stage, [['meeting', 'teacher', '2099-05-04 10:00+02', '2099-05-04 11:00+02']]);
	const day = () => occupied(stage, 'teacher', '2099-05-04 00:00+02', '2099-05-05 00:00+02');
	const answer = (given: string) =>
		stage.owner(`update meeting_attendee set answer = ${given} where meeting_id = '@meeting'`);
	expect(await day()).toEqual(['meeting']);
	await answer(`'coming'`);
	expect(await day()).toEqual(['meeting']);
	await answer(`'not_coming'`);
	expect(await day()).toEqual([]);
	await answer(`'coming'`);
	await stage.owner(`update meeting set cancelled_at = now() where id = '@meeting'`);
	expect(await day()).toEqual([]);
});

on('who left the family, the team or the job is asked no more, and free', async (stage) => {
	const at: [string, string] = ['2099-05-04 10:00+02', '2099-05-04 11:00+02'];
	for (const person of ['grandmother', 'teacher', 'job-adviser', 'former-partner', 'former-nurse']) {
		await meet(stage, [[`meeting of ${person}`, person, ...at]]);
	}
	const free = async (person: string) => !(await occupied(stage, person, ...at)).length;
	expect(await free('grandmother')).toBe(false);
	expect(await free('teacher')).toBe(false);
	expect(await free('former-partner')).toBe(true);
	expect(await free('former-nurse')).toBe(true);
	await stage.owner(`update member set left_at = now() where id = '@grandmother in family'`);
	await stage.owner(`update team_member set left_at = now() where id = '@teacher in team'`);
	await stage.owner(`update job set left_at = now() where id = '@job of job-adviser'`);
	for (const person of ['grandmother', 'teacher', 'job-adviser']) expect(await free(person)).toBe(true);
});

on('who has left a job elsewhere is asked to the meetings of their own family', async (stage) => {
	await stage.longAgo(`insert into job (id, person_id, organisation_id, municipality_id, profession, started_at, left_at)
		values ('@job of parent', '@parent', '@school', '@municipality', 'Lærer', now() - interval '9 days', now() - interval '1 day')`);
	await stage.as(
		'parent',
		`update meeting_attendee set answer = 'coming' where meeting_id = '@meeting of the family' and person_id = '@me'`,
	);
	expect(
		await stage.owner(
			`select answer::text from meeting_attendee where meeting_id = '@meeting of the family' and person_id = '@parent'`,
		),
	).toEqual([{ answer: 'coming' }]);
});

/** Numbers from 0 up to a limit, the same each time (Lehmer's, 1951). */
function numbers(seed: number) {
	let state = seed;
	return (limit: number) => {
		state = (state * 48271) % 2147483647;
		return state % limit;
	};
}

on('whatever meetings there are: who overlaps, and nothing else, in order of time', async (stage) => {
	const upTo = numbers(6);
	// From the evening before the clocks are set back.
	const start = Date.parse('2026-10-24T20:00:00Z');
	const at = (quarters: number) => new Date(start + quarters * 15 * 60e3).toISOString();
	for (let round = 0; round < 40; round += 1) {
		const meetings = Array.from({ length: upTo(9) }, (_, index) => {
			const begins = upTo(60);
			const person = ['teacher', 'coordinator', 'grandmother'][upTo(3)]!;
			return { name: `meeting ${round}.${index}`, person, begins, ends: begins + 1 + upTo(90) };
		});
		const from = upTo(60);
		const until = from + 1 + upTo(90);
		await stage.longAgo(`delete from meeting_attendee where true`);
		await meet(
			stage,
			meetings.map(({ name, person, begins, ends }) => [name, person, at(begins), at(ends)]),
		);
		const found = await stage.owner(`select source_id, starts_at from private.occupied(
			array['@teacher', '@grandmother']::uuid[], '${at(from)}', '${at(until)}')`);
		const overlapping = meetings.filter(
			({ person, begins, ends }) => person !== 'coordinator' && begins < until && ends > from,
		);
		expect(found.map(({ source_id }) => nameOf(source_id)).sort()).toEqual(
			overlapping.map(({ name }) => name).sort(),
		);
		const times = found.map(({ starts_at }) => new Date(starts_at as string).getTime());
		expect(times).toEqual([...times].sort((a, b) => a - b));
	}
});

on('a question that has no bounds is refused', async ({ ownersRefusal }) => {
	const ask = (people: string, days: number) =>
		ownersRefusal(
			`select * from private.occupied(${people}, '2027-01-01', timestamptz '2027-01-01' + interval '${days} days')`,
		);
	expect(await ask(`array['@teacher']::uuid[]`, 62)).toBeNull();
	expect(await ask(`array['@teacher']::uuid[]`, 63)).toBe('23514');
	expect(await ask(`array_fill('@teacher'::uuid, array[101])`, 1)).toBe('23514');
});
