/**
 * Invitations into families are in somebody's name from here on (SQL with labels): the fixture's are those of people who
 * are new here, and nobody comes in by one in another name.
 */
export const inTheNameOf = (who: string) =>
	`update invitation set invitee_name = (select name from person where id = '@${who}') where family_id is not null`;
