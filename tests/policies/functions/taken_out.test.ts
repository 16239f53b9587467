/** The office reads whom it has taken out of a family: what it wrote itself, and nothing of who left in another way. */
import { expect, on } from '../stage.ts';
import { takeOut, withGuest } from './take-out/taking.ts';

const trace = `select name, role, reason from taken_out('@family')`;

on('the project lead of the municipality, and nobody else', async (stage) => {
	await withGuest(stage);
	expect(await stage.as('project-lead', trace)).toEqual([]);
	await stage.owner(`update person set name = 'Gitte Marie Holm' where id = '@guest'`);
	await stage.as('project-lead', takeOut('Gitte'));
	const told = { name: 'Gitte', role: 'parent', reason: 'moved_out' };
	expect(await stage.as('project-lead', trace)).toEqual([told]);
	const [who] = await stage.owner(`select name from person where id = '@project-lead'`);
	expect(await stage.as('project-lead', `select by_name as name from taken_out('@family')`)).toEqual([who]);
	for (const other of [
		'parent',
		'young-person',
		'guest',
		'coordinator',
		'teacher',
		'stranger-parent',
		'stranger-coordinator',
	] as const)
		expect(await stage.as(other, trace), other).toEqual([]);
	await stage.owner(`update job set left_at = now() where id = '@job of project-lead'`);
	expect(await stage.as('project-lead', trace), 'who leads no more').toEqual([]);
});

on(
	'neither who left by themselves nor whom a parent put out, nor a lead who is family there',
	async (stage) => {
		const { as, owner, takenBack } = stage;
		await withGuest(stage);
		await takenBack(async () => {
			await owner(`update member set left_at = now() where id = '@guest there'`);
			expect(await as('project-lead', trace)).toEqual([]);
		});
		await as('project-lead', takeOut('Gitte'));
		expect(await as('project-lead', trace)).toHaveLength(1);
		await owner(
			`insert into member (id, family_id, person_id, role) values ('@lead there', '@family', '@project-lead', 'relative')`,
		);
		expect(await as('project-lead', trace)).toEqual([]);
	},
);

on('says to how many meetings ahead they were asked, and of those nothing else', async (stage) => {
	const { as, owner } = stage;
	await withGuest(stage);
	await owner(`insert into meeting_attendee (meeting_id, person_id, family_id)
		select id, '@guest', family_id from meeting
		where family_id = '@family' and cancelled_at is null and ends_at > now()
		on conflict do nothing`);
	const [ahead] = await owner(`select count(*)::integer as meetings from meeting
		where family_id = '@family' and cancelled_at is null and ends_at > now()`);
	expect(ahead!.meetings).toBeGreaterThan(0);
	await as('project-lead', takeOut('Gitte'));
	expect(await as('project-lead', `select meetings from taken_out('@family')`)).toEqual([ahead]);
	await owner(
		`update meeting set cancelled_at = now() where family_id = '@family' and cancelled_at is null and ends_at > now()`,
	);
	expect(await as('project-lead', `select meetings from taken_out('@family')`)).toEqual([{ meetings: 0 }]);
});
