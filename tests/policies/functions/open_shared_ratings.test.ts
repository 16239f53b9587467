/** The first step of reading: the log has the line before there is an answer to see. */
import type { ActorName } from '../actors.ts';
import { expect, idOf, on, type Stage } from '../stage.ts';
import { ends, lasts } from './share-ends.ts';

const open = (family = 'family') => `select open_shared_ratings('@${family}') as reading`;
const lines = ({ owner }: Stage) =>
	owner(`select reading_id, owner_id, reader_id, share_id, as_coordinator, profession, answers_read
		from access_log where answers_read is null order by share_id`);

on('only who is in the team of the family', async ({ allowed }) => {
	expect(await allowed(open())).toEqual(['coordinator', 'teacher', 'job-adviser']);
	expect(await allowed(open('strangers'))).toEqual(['former-mentor']);
	expect(await allowed(open('other home'))).toEqual([]);
	expect(await allowed(open('far family'))).toEqual(['stranger-coordinator']);
});

on('nobody, where nobody is in the team', async ({ owner, allowed }) => {
	await owner(`insert into family (id, municipality_id, name) values ('@new family', '@municipality', 'Ny')`);
	expect(await allowed(open('new family'))).toEqual([]);
});

on('a line for each choice in force: who, whose, which choice, not yet how much', async (stage) => {
	const [{ reading } = {}] = await stage.as('coordinator', open());
	const line = (owner: string, choice = 'shares with coordinator') => ({
		reading_id: reading,
		owner_id: idOf(owner),
		reader_id: idOf('coordinator'),
		share_id: idOf(`${owner} ${choice}`),
		as_coordinator: true,
		profession: 'Familiekonsulent',
		answers_read: null,
	});
	expect(await lines(stage)).toEqual(
		[line('parent'), line('parent', 'shares the ladder with coordinator'), line('child')].sort((a, b) =>
			a.share_id.localeCompare(b.share_id),
		),
	);
	await stage.as('teacher', open());
	expect(await lines(stage)).toHaveLength(4);
	expect((await lines(stage)).find((entry) => entry.reader_id === idOf('teacher'))).toMatchObject({
		owner_id: idOf('young-person'),
		as_coordinator: false,
		profession: 'Lærer',
	});
});

on('opening twice is two lines, of two readings', async (stage) => {
	await stage.as('teacher', open());
	await stage.as('teacher', open());
	expect(new Set((await lines(stage)).map((line) => line.reading_id)).size).toBe(2);
});

on('the owner sees the line from then on, the reader never', async ({ as }) => {
	const log = `select reader_id from access_log where owner_id = '@young-person'`;
	expect(await as('young-person', log)).toHaveLength(1);
	await as('teacher', open());
	expect(await as('young-person', log)).toHaveLength(2);
	expect(await as('teacher', log)).toEqual([]);
});

on('where there is nothing to read there is no line, and no telling from the answer', async (stage) => {
	expect(await stage.as('job-adviser', open())).toEqual([{ reading: expect.any(String) }]);
	await stage.owner(`delete from rating where person_id = '@young-person' and topic = 'ladder'`);
	expect(await stage.as('teacher', open())).toEqual([{ reading: expect.any(String) }]);
	expect(await lines(stage)).toEqual([]);
});

/** Something happens, and opening writes no line. */
for (const [says, happens, refused] of ends) {
	on(`closed at the very next opening: ${says}`, async (stage) => {
		const who: ActorName = 'teacher';
		await stage.as(who, open());
		expect(await lines(stage)).toHaveLength(1);
		await happens(stage);
		expect(await stage.refusal(who, open())).toBe(refused ? '42501' : null);
		if (!refused) await stage.as(who, open());
		expect(await lines(stage)).toHaveLength(1);
	});
}

on('it holds through the last day, Danish time, and not a day longer', async (stage) => {
	await lasts(stage, -1);
	await stage.as('teacher', open());
	expect(await lines(stage)).toEqual([]);
	await lasts(stage, 0);
	await stage.as('teacher', open());
	expect(await lines(stage)).toHaveLength(1);
});

on('a share that was renewed and then withdrawn leaves no older one in force', async (stage) => {
	await stage.as(
		'young-person',
		`insert into share (id, owner_id, topic, professional_id, valid_until)
			values ('@renewed', '@young-person', 'ladder', '@teacher', private.today() + 90)`,
	);
	await stage.as('teacher', open());
	expect(await lines(stage)).toMatchObject([{ share_id: idOf('renewed') }]);
	await stage.as('young-person', `update share set withdrawn_at = now() where id = '@renewed'`);
	await stage.as('teacher', open());
	expect(await lines(stage)).toHaveLength(1);
});

on('without the log nothing is opened', async ({ owner, refusal }) => {
	await owner(`alter table access_log add constraint full_up check (false) not valid`);
	expect(await refusal('teacher', open())).toBe('23514');
});

on(
	'the line says what the reader was called then, whatever they call themselves since',
	async ({ as, owner }) => {
		await as('teacher', open());
		const read = `select distinct reader_name from access_log where reader_id = '@teacher' and owner_id = '@young-person'`;
		const before = await as('young-person', read);
		await owner(`update person set name = 'En kollega' where id = '@teacher'`);
		expect(await as('young-person', read)).toEqual(before);
		expect(before).not.toEqual([{ reader_name: null }]);
	},
);
