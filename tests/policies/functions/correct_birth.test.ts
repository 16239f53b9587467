/** A date of birth is corrected by the municipality alone, and told to the parents and to whom it is about. */
import { actorNames, type ActorName } from '../actors.ts';
import { expect, idOf, on, type Stage } from '../stage.ts';

const correct = (name: string, role = 'child', day = `'2015-02-03'`, family = 'family') =>
	`select correct_birth('@${family}', '${name}', '${role}', ${day})`;
const aged = (years: number) => `(private.today() - interval '${years} years')::date`;
const bornOn = async ({ owner }: Stage, who: string) =>
	(await owner(`select born_on::text as day from birth where person_id = '@${who}'`))[0]?.day;
const told = `select name, by_name, may_refuse, is_me from arrivals() where kind = 'birth_corrected'`;

on('by the project lead of the municipality, and nobody else, whoever it is about', async (stage) => {
	for (const [name, role] of [
		['Carl', 'child'],
		['Yasmin', 'child'],
		['Mona', 'parent'],
		['Gerda', 'relative'],
	])
		expect(await stage.allowed(correct(name!, role, `'1999-01-02'`)), name).toEqual(['project-lead']);
	expect(await stage.allowed(correct('Fatima', 'parent', `'1999-01-02'`, 'far family'))).toEqual([]);
	expect(await stage.refusal('project-lead', correct('Carl', 'child', `'2015-02-03'`, 'new'))).toBe('42501');
	await stage.as('project-lead', correct('Carl'));
	await stage.as('project-lead', correct('Gerda', 'relative', `'1950-01-02'`));
	expect([await bornOn(stage, 'child'), await bornOn(stage, 'grandmother')]).toEqual([
		'2015-02-03',
		'1950-01-02',
	]);
	await stage.owner(`update job set left_at = now() where id = '@job of project-lead'`);
	expect(await stage.refusal('project-lead', correct('Carl'))).toBe('42501');
});

on('not where the lead is family, nor of who is of their family and of this one too', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role) values
		('@lead there', '@family', '@project-lead', 'parent'),
		('@aunt here', '@strangers', '@grandmother', 'relative')`);
	expect(await stage.refusal('project-lead', correct('Carl'))).toBe('42501');
	expect(await stage.refusal('project-lead', correct('Pia', 'parent'))).toBe('42501');
	expect(await stage.refusal('project-lead', correct('Carl', 'child', `'2015-02-03'`, 'other home'))).toBe(
		'42501',
	);
	expect(await stage.rule('project-lead', correct('Gerda', 'relative', `'1950-01-02'`, 'strangers'))).toBe(
		'somebody_is_called_that',
	);
	expect(
		await stage.rule('project-lead', correct('Sofie', 'parent', `'1950-01-02'`, 'strangers')),
	).toBeNull();
});

on('name and role must fit one alone', async ({ owner, rule }) => {
	const says = (name: string, role?: string) => rule('project-lead', correct(name, role, `'1999-01-02'`));
	await owner(`update person set name = 'Carl  Holm' where id = '@child'`);
	for (const name of ['Carl Holm', ' carl   HOLM ', 'Carl']) expect(await says(name), name).toBeNull();
	for (const name of ['Car', 'Holm', '', 'Finn', 'Sofie'])
		expect(await says(name), name).toBe('somebody_is_called_that');
	expect(await says('Carl', 'parent'), 'he is a child').toBe('somebody_is_called_that');
	expect(await says('Finn', 'parent'), 'has left').toBe('somebody_is_called_that');
	await owner(`update person set name = 'Carl Bak' where id = '@young-person'`);
	expect(await says('Carl')).toBe('one_is_called_that');
	await owner(`update person set name = 'Carl' where id = '@young-person'`);
	expect(await says('Carl'), 'whose whole name it is').toBeNull();
});

on('a day that can be; a parent or a relative is no child', async ({ rule }) => {
	const says = (name: string, role: string, day: string) => rule('project-lead', correct(name, role, day));
	expect(await says('Carl', 'child', `'1899-12-31'`)).toBe('born_in_this_age');
	expect(await says('Carl', 'child', 'private.today() + 1')).toBe('born_not_in_the_future');
	expect(await says('Carl', 'child', 'private.today()')).toBeNull();
	expect(await says('Yasmin', 'child', aged(30)), 'a grown child').toBeNull();
	for (const [name, role] of [
		['Mona', 'parent'],
		['Gerda', 'relative'],
	] as const)
		expect(await says(name, role, `${aged(13)} + 1`)).toBe('parent_or_relative_is_no_child');
	expect(await says('Gerda', 'relative', aged(13))).toBeNull();
});

on('no date leaves a family where nobody can say yes', async ({ owner, rule }) => {
	const mona = (years: number) => rule('project-lead', correct('Mona', 'parent', aged(years)));
	expect(await mona(14)).toBe('family_keeps_an_adult');
	expect(await rule('project-lead', correct('Somebody', 'parent', aged(14))), 'whatever name is tried').toBe(
		'family_keeps_an_adult',
	);
	expect(await rule('project-lead', correct('Somebody', 'parent', aged(15)))).toBe('somebody_is_called_that');
	expect(await mona(15), 'a parent of 15 says it where there is no adult').toBeNull();
	await owner(`update birth set born_on = ${aged(14)} where person_id = '@parent'`);
	expect(await mona(13), 'nobody could before').toBeNull();
	await owner(`insert into member (id, family_id, person_id, role)
		values ('@guest there', '@family', '@guest', 'parent')`);
	await owner(`update birth set born_on = '1990-01-01' where person_id = '@parent'`);
	expect(await mona(14), 'beside another parent').toBeNull();
	await owner(`update member set left_at = now() where id in ('@guest there', '@parent in family')`);
	const gerda = (years: number) => rule('project-lead', correct('Gerda', 'relative', aged(years)));
	expect(await gerda(17), 'the only adult').toBe('family_keeps_an_adult');
	expect(
		await rule('project-lead', correct('Somebody', 'relative', aged(17))),
		'whatever name is tried',
	).toBe('family_keeps_an_adult');
	expect(await rule('project-lead', correct('Somebody', 'relative', aged(18)))).toBe(
		'somebody_is_called_that',
	);
	expect(await gerda(18)).toBeNull();
});

on(
	'nor is who is a parent, a relative or a colleague elsewhere made too young for it',
	async ({ owner, rule }) => {
		const yasmin = (years: number) => rule('project-lead', correct('Yasmin', 'child', aged(years)));
		await owner(`update birth set born_on = ${aged(20)} where person_id = '@young-person'`);
		await owner(`insert into member (id, family_id, person_id, role)
		values ('@aunt', '@strangers', '@young-person', 'relative')`);
		expect(await yasmin(12)).toBe('somebody_is_called_that');
		expect(await yasmin(13)).toBeNull();
		await owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		select '@job of hers', '@young-person', organisation_id, municipality_id, 'Mentor' from job where id = '@job of teacher'`);
		expect(await yasmin(17)).toBe('somebody_is_called_that');
		expect(await yasmin(18)).toBeNull();
	},
);

on('without a day nobody is looked for, nor with one that fits no parent', async ({ answer, rule }) => {
	expect(await answer('project-lead', correct('Carl', 'child', 'null'))).toMatchObject({
		constraint: 'birth_has_a_day',
	});
	expect(await rule('project-lead', correct('Ingen', 'relative', aged(9)))).toBe(
		'parent_or_relative_is_no_child',
	);
	// Whoever is in the family, and whenever they were born: such a day leaves no line in any log.
	for (const [day, says] of [
		[`'1899-12-31'`, 'born_in_this_age'],
		['private.today() + 1', 'born_not_in_the_future'],
	] as const)
		for (const name of ['Carl', 'Ingen'])
			for (const known of ['null', `'2014-04-05'`])
				expect(
					await rule('project-lead', `select correct_birth('@family', '${name}', 'child', ${day}, ${known})`),
					`${name} ${known}`,
				).toBe(says);
});

on('of two who are called the same, the one of whom that date stands here', async ({ owner, rule, as }) => {
	await owner(`update person set name = 'Carl' where id = '@young-person'`);
	const stands = (day: string) => `select correct_birth('@family', 'Carl', 'child', '2015-02-03', ${day})`;
	expect(await rule('project-lead', correct('Carl'))).toBe('one_is_called_that');
	expect(await rule('project-lead', stands(`'1950-01-01'`))).toBe('somebody_is_called_that');
	await owner(`update birth set born_on = '2014-04-05' where person_id = '@child'`);
	await as('project-lead', stands(`'2014-04-05'`));
	expect(await owner(`select born_on::text from birth where person_id = '@child'`)).toEqual([
		{ born_on: '2015-02-03' },
	]);
});

on('of one alone no date is asked, so that no answer tells when they were born', async ({ owner, rule }) => {
	await owner(`update birth set born_on = '2014-04-05' where person_id = '@child'`);
	for (const known of ['2014-04-05', '2014-04-06']) {
		const stands = `select correct_birth('@family', 'Carl', 'child', '2015-02-03', '${known}')`;
		expect(await rule('project-lead', stands), known).toBe('several_are_called_that');
		const takes = `select take_out('@press', '@family', 'Carl', 'child', 'decided', '${known}')`;
		expect(await rule('project-lead', takes), known).toBe('several_are_called_that');
	}
});

on('that of a child where it is a child, and the other family is told no word of why', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role)
		values ('@new', '@strangers', '@child', 'relative')`);
	const there = () => stage.rule('project-lead', correct('Carl', 'relative', aged(14), 'strangers'));
	expect(await there()).toBe('somebody_is_called_that');
	expect(await stage.rule('project-lead', correct('Carl', 'child', aged(12))), 'what is true').toBeNull();
	await stage.owner(`update birth set born_on = ${aged(18)} where person_id = '@child'`);
	expect(await there(), 'a grown one anywhere').toBeNull();
});

on(
	'the parents in every family are told, the person from 13, and they say that they have seen it',
	async (stage) => {
		await stage.longAgo(`delete from family_event`);
		await stage.as('project-lead', correct('Carl'));
		const line = { name: 'Carl', by_name: 'Pia', may_refuse: false, is_me: false };
		for (const who of actorNames) {
			const refused = await stage.refusal(who, told);
			const hears = refused ? [] : await stage.as(who, told);
			expect(hears, who).toEqual(['parent', 'other-parent'].includes(who) ? [line] : []);
		}
		await stage.as('project-lead', correct('Yasmin', 'child', aged(15)));
		expect(await stage.as('young-person', told)).toEqual([{ ...line, name: 'Yasmin', is_me: true }]);
		expect(await stage.as('parent', told)).toHaveLength(2);
		expect(await stage.as('other-parent', told), 'not of her home').toEqual([line]);
		for (const who of ['parent', 'young-person'] as const) {
			await stage.as(
				who,
				`insert into event_seen (event_id, person_id) select event_id, '@me' from arrivals()`,
			);
			expect(await stage.as(who, told), who).toEqual([]);
		}
		await stage.as('project-lead', correct('Mona', 'parent', `'1985-01-02'`));
		expect(await stage.as('parent', told), 'her own').toEqual([{ ...line, name: 'Mona', is_me: true }]);
		expect(await stage.as('young-person', told)).toEqual([]);
	},
);

on(
	'whoever is made a child is told, and reads it in the log; a child that stays one is not',
	async (stage) => {
		const { as, longAgo, owner, takenBack } = stage;
		await longAgo(`delete from family_event`);
		const log = `select person_id, by_name from family_event where kind = 'birth_corrected'`;
		const reads = async (who: ActorName, before: string | null, after: number) =>
			takenBack(async () => {
				await owner(`delete from birth where person_id = '@${who}'`);
				if (before) await owner(`insert into birth (person_id, born_on) values ('@${who}', ${before})`);
				await as('project-lead', correct(who === 'child' ? 'Carl' : 'Yasmin', 'child', aged(after)));
				const [lines, arrivals] = [await as(who, log), await as(who, told)];
				expect(arrivals.length, `${before} to ${after}`).toBe(lines.length);
				return lines;
			});
		const line = { person_id: idOf('young-person'), by_name: 'Pia' };
		expect(await reads('young-person', aged(16), 9)).toEqual([line]);
		expect(await reads('young-person', aged(9), 13)).toEqual([line]);
		expect(await reads('young-person', null, 9), 'who counted as 13').toEqual([line]);
		expect(await reads('young-person', aged(9), 10)).toEqual([]);
		// What took the say is not hidden by what came after it.
		await as('project-lead', correct('Yasmin', 'child', aged(9)));
		await longAgo(`update family_event set happened_at = now() - interval '1 minute'`);
		await as('project-lead', correct('Yasmin', 'child', aged(8)));
		expect(await as('young-person', told)).toHaveLength(1);
		expect(await as('parent', told), 'the last word').toHaveLength(1);
	},
);

on('what follows from the age follows at once', async (stage) => {
	const { as, owner, rule } = stage;
	const answer = `update meeting_attendee set answer = 'coming' where person_id = '@child' and family_id = '@family' returning meeting_id`;
	expect(await as('parent', answer)).not.toEqual([]);
	await as('project-lead', correct('Carl', 'child', aged(14)));
	expect(await as('parent', answer), '13 and older answers alone').toEqual([]);
	await owner(`with made as (
		insert into invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by, agreed_at, agreed_by)
		values ('@slip', '@municipality', '@strangers', 'Carl', 'relative', '@project-lead', now(), '@stranger-parent') returning id)
		insert into private.invitation_code (invitation_id, code_hash) select id, repeat('ef', 32) from made`);
	const joins = () => rule('child', `select accept_invitation_as_me(repeat('ef', 32))`);
	expect(await joins()).toBe('child_has_a_home');
	await as('project-lead', correct('Carl', 'child', aged(15)));
	expect(await joins()).toBeNull();
});
