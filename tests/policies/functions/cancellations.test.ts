/** A cancelled meeting, and one that is held after all, is told to who was asked and had not said no, or brought a point, until they have seen it. */
import { expect, idOf, on } from '../stage.ts';

const told = `select meeting_id, by_name from cancellations()`;
const one = 'meeting of the family';
const cancel = (which = one) => `update meeting set cancelled_at = now() where id = '@${which}'`;
const again = (which = one) => `update meeting set cancelled_at = null where id = '@${which}'`;
const ask = (who: string) =>
	`insert into meeting_attendee (meeting_id, person_id, family_id) values ('@${one}', '@${who}', '@family')`;
const answer = (said: string) =>
	`update meeting_attendee set answer = ${said} where meeting_id = '@${one}' and person_id = '@me'`;
const see = `insert into cancellation_seen (meeting_id, person_id, of_revision)
	select m.id, '@me', m.revision from meeting m where m.id = '@${one}'`;
const byKaren = { meeting_id: idOf(one), by_name: 'Karen' };

on('to who was asked as family and has not said no, with who did it', async ({ as, takenBack }) => {
	for (const said of [`'coming'`, 'null'])
		await takenBack(async () => {
			await as(
				'parent',
				`update meeting_attendee set answer = ${said} where meeting_id = '@${one}' and person_id = '@me'`,
			);
			await as('coordinator', cancel());
			for (const who of ['parent', 'young-person'] as const)
				expect(await as(who, told), who).toEqual([byKaren]);
			for (const who of ['child', 'job-adviser', 'coordinator', 'other-parent', 'stranger-parent'] as const)
				expect(await as(who, told), who).toEqual([]);
		});
	await as(
		'young-person',
		`update meeting_attendee set answer = 'not_coming' where meeting_id = '@${one}' and person_id = '@me'`,
	);
	await as('coordinator', cancel());
	expect(await as('young-person', told)).toEqual([]);
});

on('however far ahead, soonest first, and not of what is over, nor to who did it', async (stage) => {
	const { as, owner, longAgo } = stage;
	await owner(ask('child').replace(one, 'meeting without a place').replace('@child', '@parent'));
	await as('coordinator', cancel('meeting without a place'));
	await as('coordinator', cancel());
	const ids = async () => (await as('parent', told)).map(({ meeting_id: id }) => id);
	expect(await ids()).toEqual([idOf(one), idOf('meeting without a place')]);
	await longAgo(`update meeting set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour',
		created_at = now() - interval '9 days' where id = '@${one}'`);
	expect(await ids()).toEqual([idOf('meeting without a place')]);
	await as('parent', again('meeting without a place'));
	await as('parent', cancel('meeting without a place'));
	expect(await ids(), 'her own doing').toEqual([]);
});

on('to a parent of a child that was asked, and to the child', async ({ as, owner, longAgo }) => {
	await owner(ask('child'));
	await longAgo(`delete from meeting_attendee where meeting_id = '@${one}' and person_id = '@parent'`);
	await longAgo(`delete from agenda_point where meeting_id = '@${one}' and author_id = '@parent'`);
	await as('coordinator', cancel());
	for (const who of ['parent', 'child'] as const) expect(await as(who, told), who).toEqual([byKaren]);
	expect(await as('other-parent', told), 'of the other home').toEqual([]);
	// From 13 one answers alone.
	await owner(`update birth set born_on = private.today() - interval '13 years' where person_id = '@child'`);
	expect(await as('parent', told)).toEqual([]);
	expect(await as('child', told)).toHaveLength(1);
});

on('to both homes of a child, and the other is not told whom it does not know', async ({ as, owner }) => {
	await owner(`insert into meeting_attendee (meeting_id, person_id, family_id)
		values ('@meeting about the child', '@other-parent', '@family')`);
	await as('coordinator', cancel('meeting about the child'));
	const by = async () => (await as('other-parent', told)).map(({ by_name: name }) => name);
	expect(await by(), 'asked to the same meeting').toEqual(['Karen']);
	await owner(`delete from meeting_attendee where person_id = '@coordinator' and family_id = '@family'`);
	await owner(`update meeting set proposed_by = null where proposed_by = '@coordinator'`);
	await owner(`delete from agenda_point where author_id = '@coordinator'`);
	expect(await by()).toEqual([null]);
	expect(await as('parent', told)).toEqual([
		{ meeting_id: idOf('meeting about the child'), by_name: 'Karen' },
	]);
});

on(
	'until they have seen it, each for themselves, and once more when it is cancelled once more',
	async (stage) => {
		const { as, owner } = stage;
		await as('coordinator', cancel());
		await as(
			'parent',
			`insert into cancellation_seen (meeting_id, person_id, of_revision)
			select m.id, '@me', m.revision from meeting m where m.id = '@${one}'`,
		);
		expect(await as('parent', told)).toEqual([]);
		expect(await as('young-person', told)).toHaveLength(1);
		await as('coordinator', again());
		expect(await as('young-person', told), 'that it is held').toEqual([{ ...byKaren, by_name: null }]);
		await as('coordinator', cancel());
		expect(await as('parent', told)).toEqual([byKaren]);
		await owner(
			`update member set left_at = now() where person_id = '@young-person' and family_id = '@family'`,
		);
		expect(await as('young-person', told), 'who has left counts on nothing').toEqual([]);
	},
);

on('what ended with the course was cancelled by nobody', async ({ as, owner }) => {
	await as('project-lead', `select end_enrolment('@enrolment', private.today())`);
	expect(await as('parent', `select by_name from cancellations() where by_name is not null`)).toEqual([]);
	expect(
		await owner(
			`select id from meeting where family_id = '@family' and cancelled_at = now() and cancelled_by is not null`,
		),
	).toEqual([]);
	expect(await as('parent', `${told} where meeting_id = '@${one}'`)).toHaveLength(1);
});

on('and nobody says that it was somebody else', async ({ as, owner, refusal }) => {
	const lie = `update meeting set cancelled_by = '@teacher' where id = '@${one}'`;
	expect(await refusal('parent', lie)).toBe('42501');
	await owner(`grant update on meeting to authenticated`);
	expect(await refusal('parent', lie)).toBe('42501');
	await as('parent', cancel());
	expect(await owner(`select cancelled_by from meeting where id = '@${one}'`)).toEqual([
		{ cancelled_by: idOf('parent') },
	]);
});

on('to a professional who was asked, as their work, until they have seen it', async ({ as, owner }) => {
	const toTeacher = () => as('teacher', `select meeting_id, by_name, at_work from cancellations()`);
	await as('teacher', answer(`'coming'`));
	await as('parent', cancel());
	expect(await toTeacher()).toEqual([{ meeting_id: idOf(one), by_name: 'Mona', at_work: true }]);
	expect(await as('young-person', `select at_work from cancellations()`)).toEqual([{ at_work: false }]);
	for (const who of ['job-adviser', 'coordinator', 'stranger-coordinator', 'project-lead'] as const)
		expect(await as(who, told), who).toEqual([]);
	await as('teacher', see);
	expect(await toTeacher()).toEqual([]);
	await as('parent', again());
	await as('teacher', answer(`'not_coming'`));
	await as('parent', cancel());
	expect(await toTeacher(), 'who had said no').toEqual([]);
	await as('parent', again());
	await owner(
		`update meeting_attendee set answer = null where meeting_id = '@${one}' and person_id = '@teacher'`,
	);
	await as('parent', cancel());
	expect(await toTeacher()).toHaveLength(1);
	await owner(
		`update team_member set left_at = now() where professional_id = '@teacher' and family_id = '@family'`,
	);
	expect(await toTeacher(), 'who has left counts on nothing').toEqual([]);
});

on('to who brought a point without being asked, as long as it stands', async ({ as }) => {
	const brings = (who: 'child' | 'coordinator', id: string) =>
		as(
			who,
			`insert into agenda_point (id, meeting_id, family_id, author_id, wording)
			values ('@${id}', '@${one}', '@family', '@me', 'Fodbold')`,
		);
	await brings('child', 'new');
	await brings('coordinator', 'newer');
	await as('parent', cancel());
	const whose = `select meeting_id, at_work, is_asked from cancellations()`;
	expect(await as('child', whose)).toEqual([{ meeting_id: idOf(one), at_work: false, is_asked: false }]);
	expect(await as('coordinator', whose)).toEqual([{ meeting_id: idOf(one), at_work: true, is_asked: false }]);
	await as('child', `update agenda_point set removed_at = now() where id = '@new'`);
	expect(await as('child', whose)).toEqual([]);
});

on('one that is held after all is told to the same, and asks them again', async ({ as, longAgo }) => {
	const toMe = `select meeting_id, cancelled_at is null as held, by_id, is_asked from cancellations()`;
	const held = { meeting_id: idOf(one), held: true, by_id: null, is_asked: true };
	await as('young-person', answer(`'coming'`));
	await as('teacher', answer(`'not_coming'`));
	await as('coordinator', cancel());
	await as('young-person', see);
	await longAgo(`update meeting set cancelled_at = now() - interval '1 day' where id = '@${one}'`);
	await as('parent', again());
	expect(await as('young-person', toMe)).toEqual([held]);
	for (const who of ['parent', 'teacher', 'child', 'stranger-parent'] as const)
		expect(await as(who, toMe), who).toEqual([]);
	await as('young-person', answer(`'coming'`));
	expect(await as('young-person', toMe), 'answered, and not seen').toEqual([{ ...held, is_asked: false }]);
	await as('young-person', see);
	expect(await as('young-person', toMe)).toEqual([]);
	// Moved since, it is another meeting than was seen, and no other news of its being held.
	await as('parent', `update meeting set ends_at = ends_at + interval '1 hour' where id = '@${one}'`);
	expect(await as('young-person', toMe)).toEqual([]);
	await as('parent', cancel());
	await as('young-person', see);
	await as('coordinator', again());
	expect(await as('young-person', toMe), 'held after all once more').toHaveLength(1);
	expect(await as('parent', toMe), 'who cancelled it').toHaveLength(1);
});
