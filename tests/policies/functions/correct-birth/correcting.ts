/** How a date of birth is corrected in tests. */

/** What stands there, as who asks sees it. */
const now = (person: string) => `(select born_on from birth where person_id = '@${person}')`;
export const correct = (person: string, day = '2020-05-06', drawnFrom = now(person)) =>
	`select correct_birth('@${person}', '${day}', ${drawnFrom})`;
/** To a date that makes them so many years old today. */
export const makeAged = (person: string, years: number) =>
	`select correct_birth('@${person}', (private.today() - interval '${years} years')::date, ${now(person)})`;

/** As if every other parent had been shown it long ago: until then who is 15 by one parent alone has no say (births_to_mend.test.ts). */
export const othersHadTheirDays = `insert into arrival_shown (event_id, person_id, shown_at)
	select e.id, m.person_id, now() - interval '14 days' from family_event e join member m using (family_id)
	where e.kind = 'birth_corrected' and m.role = 'parent' and m.left_at is null on conflict do nothing`;
