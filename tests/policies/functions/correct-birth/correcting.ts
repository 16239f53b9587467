/** How a date of birth is corrected in tests. */

/** What stands there, as who asks sees it. */
const now = (person: string) => `(select born_on from birth where person_id = '@${person}')`;
export const correct = (person: string, day = '2020-05-06', drawnFrom = now(person)) =>
	`select correct_birth('@${person}', '${day}', ${drawnFrom})`;
/** To a date that makes them so many years old today. */
export const makeAged = (person: string, years: number) =>
	`select correct_birth('@${person}', (private.today() - interval '${years} years')::date, ${now(person)})`;
