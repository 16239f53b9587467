/** The only way a professional reads answers: what they opened before, while it is still shared, once. */
import { expect, idOf, on, type Stage } from '../stage.ts';
import { opened, read } from './opening.ts';
import { ends } from './share-ends.ts';

const answers = (...owned: [string, string][]) =>
	owned
		.map(([owner, topic]) => ({ owner_id: idOf(owner), topic }))
		.sort((a, b) => a.owner_id.localeCompare(b.owner_id) || a.topic.localeCompare(b.topic));
const shown = ({ owner }: Stage, reading: string) =>
	owner(`select answers_read from access_log where reading_id = '${reading}'`);

on('only who opened it; for everybody else it is as one that there is not', async (stage) => {
	for (const [reader, family] of [
		['coordinator', 'family'],
		['former-mentor', 'strangers'],
	] as const) {
		const reading = await opened(stage, reader, family);
		for (const who of await stage.allowed(read(reading))) {
			const shows = (await stage.as(who, read(reading))).length > 0;
			expect(shows, who).toBe(who === reader);
		}
	}
});

on('what is shared with the reader and nothing else, and the log says how much', async (stage) => {
	const coordinators = await opened(stage, 'coordinator');
	const teachers = await opened(stage, 'teacher');
	expect(await stage.as('coordinator', read(coordinators))).toEqual(
		answers(['parent', 'ladder'], ['parent', 'who5'], ['child', 'smiley']),
	);
	expect(await shown(stage, coordinators)).toEqual([
		{ answers_read: 1 },
		{ answers_read: 1 },
		{ answers_read: 1 },
	]);
	expect(await shown(stage, teachers)).toEqual([{ answers_read: null }]);
	await stage.owner(
		`insert into rating (id, person_id, topic, answers) values ('@new', '@young-person', 'ladder', '{4}')`,
	);
	expect(await stage.as('teacher', read(teachers))).toHaveLength(2);
	expect(await shown(stage, teachers)).toEqual([{ answers_read: 2 }]);
});

on('what was not opened is not shown, and a reading of nothing shows nothing', async (stage) => {
	const reading = await opened(stage, 'teacher');
	await stage.owner(
		`update access_log set share_id = '@parent shared with teacher', owner_id = '@parent' where reading_id = '${reading}'`,
	);
	expect(await stage.as('teacher', read(reading))).toEqual([]);
	expect(await stage.as('job-adviser', read(await opened(stage, 'job-adviser')))).toEqual([]);
	expect(await stage.as('teacher', read(idOf('no reading')))).toEqual([]);
});

on('not in the transaction that opened it', async (stage) => {
	const reading = await opened(stage, 'teacher');
	await stage.owner(`update access_log set opened_in = pg_current_xact_id() where reading_id = '${reading}'`);
	expect(await stage.refusal('teacher', read(reading))).toBe('42501');
});

on('within a minute, and not later', async (stage) => {
	const reading = await opened(stage, 'teacher');
	const ago = (time: string) =>
		stage.owner(`update access_log set read_at = now() - interval '${time}' where reading_id = '${reading}'`);
	await ago('60 seconds');
	expect(await stage.refusal('teacher', read(reading))).toBeNull();
	await ago('61 seconds');
	expect(await stage.refusal('teacher', read(reading))).toBe('42501');
});

on('once for each opening', async (stage) => {
	const reading = await opened(stage, 'teacher');
	await stage.as('teacher', read(reading));
	expect(await stage.refusal('teacher', read(reading))).toBe('42501');
});

on('without the log there is no read', async (stage) => {
	const reading = await opened(stage, 'teacher');
	await stage.owner(`alter table access_log add constraint full_up check (answers_read is null) not valid`);
	expect(await stage.refusal('teacher', read(reading))).toBe('23514');
});

/** Something happens after the teacher has opened: reading shows nothing, and the log does not say it was nothing. */
for (const [says, happens, refused] of ends) {
	on(`closed between the steps: ${says}`, async (stage) => {
		const reading = await opened(stage, 'teacher');
		await happens(stage);
		expect(await stage.refusal('teacher', read(reading))).toBe(refused ? '42501' : null);
		if (!refused) expect(await stage.as('teacher', read(reading))).toEqual([]);
		expect(await shown(stage, reading)).toEqual([{ answers_read: null }]);
	});
}
