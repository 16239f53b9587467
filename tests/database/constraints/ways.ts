/** Ways to break a constraint and nothing else, whoever writes: as what an update sets, or as a whole statement. */

/** By table, and by the name of the constraint. */
export type Breaks = Record<string, Record<string, string[]>>;

export const long = (length: number) => `repeat('x', ${length + 1})`;
/** Too long, and nothing but spaces. */
export const words = (column: string, length: number) => [`${column} = ${long(length)}`, `${column} = '  '`];
export const noFingerprints = [63, 65]
	.map((length) => `made_as = repeat('a', ${length})`)
	.concat(`made_as = repeat('A', 64)`);
export const atMost = (column: string, length: number) => [`${column} = ${long(length)}`];
/** A second row like the first, but for this. */
export const twice = (table: string, change = `'{}'`, where = 'true') =>
	`insert into ${table} select (jsonb_populate_record(t, ${change})).* from ${table} t where ${where} limit 1`;
export const newId = `jsonb_build_object('id', gen_random_uuid())`;
export const nobody = 'gen_random_uuid()';
export const another = (of: string, column: string) =>
	`${column} = (select id from ${of} o where o.id <> ${column} limit 1)`;

/** By table and name. */
