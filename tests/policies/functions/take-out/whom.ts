/** Whom the office means, which does not see who is in a family: by name, as what, and, of two, by the day of birth. */
import { expect, idOf, on } from '../../stage.ts';
import { gone, takeOut, withGuest } from './taking.ts';

on('the name and as what must fit one alone', async (stage) => {
	await withGuest(stage);
	const { owner, rule, as } = stage;
	const says = (name: string, role?: string) => rule('project-lead', takeOut(name, role));
	await owner(`update person set name = 'Gitte  Gran' where id = '@guest'`);
	for (const name of ['Gitte Gran', ' gitte   GRAN ', 'Gitte']) expect(await says(name), name).toBeNull();
	for (const name of ['Git', 'Gran', '', 'Finn', 'Sofie']) {
		expect(await says(name), name).toBe('somebody_is_called_that');
	}
	expect(await says('Gitte', 'relative'), 'she is a parent').toBe('somebody_is_called_that');
	await owner(`update person set name = 'Gitte Holm' where id = '@parent'`);
	expect(await says('Gitte')).toBe('one_is_called_that');
	await owner(`update person set name = 'Gitte' where id = '@parent'`);
	expect(await says('Gitte Gran')).toBeNull();
	await as('project-lead', takeOut('Gitte'));
	expect(await gone(stage), 'whose whole name it is').toEqual([{ name: 'Gitte' }]);
});

on('a name is heard, and not spelt', async (stage) => {
	await withGuest(stage);
	const { owner, rule } = stage;
	const fits = async (name: string, said: string) => {
		await owner(`update person set name = '${name.replaceAll("'", "''")}' where id = '@guest'`);
		return (await rule('project-lead', takeOut(said.replaceAll("'", "''")))) === null;
	};
	for (const [name, said] of [
		['Git\u200bte', 'Gitte'],
		['Gitte\u00a0\u2009Gran', 'Gitte Gran'],
		['Gitte\u3000Gran', 'Gitte'],
		['Anne-Marie D\u2019Souza', "ANNE MARIE d'souza"],
		['Anne\u2011Marie Holm', 'Annemarie'],
		['Anne-Marie Holm', 'Anne'],
		['A\u030ase \u00c6r\u00f8', '\u00c5SE \u00e6r\u00d8'],
		['\u0645\u0640\u0631\u064a\u064e\u0645', '\u0645\u0631\u064a\u0645'],
		['\u2060.', '-'],
		['\u2800Gitte', 'Gitte'],
		['Git\u0007te\u007f', 'Gitte'],
		['\ufffaGitte\ufffb', 'Gitte'],
		['\u{1d173}Git\u{1d17a}te', 'Gitte'],
		['\u{1f60a} Gitte Gran \u2764\ufe0f', 'Gitte'],
		['G\u20ddi\u0085tte', 'Gi'],
	] as const)
		expect(await fits(name, said), `${name}: ${said}`).toBe(true);
	for (const [name, said] of [
		['Gitte Gran', 'Git'],
		['Gitte Gran', '-'],
		['\u2060.', 'Gitte'],
		['\u0645\u0631\u064a\u0645', '\u0633\u0627\u0631\u0629'],
	] as const)
		expect(await fits(name, said), `${name}: ${said}`).toBe(false);
});

on('of two who are called the same, the one who was born that day', async (stage) => {
	await withGuest(stage);
	const { owner, rule, as } = stage;
	const says = (bornOn?: string) =>
		rule('project-lead', takeOut('Gitte', 'parent', 'decided', 'family', bornOn));
	await owner(`update person set name = 'Gitte' where id = '@parent'`);
	await owner(`delete from birth where person_id in ('@guest', '@parent')`);
	await owner(`insert into birth (person_id, born_on) values ('@parent', '1985-01-02')`);
	expect(await says()).toBe('one_is_called_that');
	expect(await says('1990-05-06'), 'whose date nobody has said').toBeNull();
	await owner(`insert into birth (person_id, born_on) values ('@guest', '1990-05-06')`);
	expect(await says('1990-05-07'), 'nobody’s').toBe('somebody_is_called_that');
	await as('project-lead', takeOut('Gitte', 'parent', 'decided', 'family', '1990-05-06'));
	expect(await owner(`select person_id from member where left_at = now()`)).toEqual([
		{ person_id: idOf('guest') },
	]);
	expect(await says('1990-05-06'), 'delivered twice takes out nobody else').toBeNull();
	const anew = takeOut('Gitte', 'parent', 'decided', 'family', '1990-05-06', 'another press');
	expect(await rule('project-lead', anew), 'nor does another press').toBe('several_are_called_that');
	expect(await owner(`select id from member where left_at = now()`)).toHaveLength(1);
});

on('the date weighs more than how much of the name was said', async (stage) => {
	await withGuest(stage);
	const { owner, as } = stage;
	await owner(`update person set name = 'Gitte' where id = '@parent'`);
	await owner(`update person set name = 'Gitte Gran' where id = '@guest'`);
	await owner(`delete from birth where person_id = '@parent'`);
	await owner(`insert into birth (person_id, born_on) values ('@guest', '1990-05-06')
		on conflict (person_id) do update set born_on = excluded.born_on`);
	await as('project-lead', takeOut('Gitte', 'parent', 'decided', 'family', '1990-05-06'));
	expect(await gone(stage)).toEqual([{ name: 'Gitte Gran' }]);
});
