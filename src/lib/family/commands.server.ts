/** What people change of their own, and what the municipality puts right. */
import * as v from 'valibot';
import { command } from '$lib/server/command';
import { memberRoles } from '$lib/invitation/invitation';
import { day, dayOfBirth, id, line, orNull } from '$lib/server/fields';
import * as family from './family.server';
import { birthRefusals } from './refusals';

export const rename = command({
	name: 'family.rename',
	schema: v.object({ name: line(100, 'family:error.nameMissing', 'family:error.nameTooLong') }),
	run: ({ db, person }, { name }) => family.rename(db, person.id, name),
	receipt: 'family:receipt.renamed',
});

/** Whose it is the office does not see: the name they were told, and as what; of two, the date that stands here. */
export const CorrectBirth = (now: Date) =>
	v.object({
		family: id,
		name: line(100, 'birth:error.nameMissing', 'birth:error.nameMissing'),
		role: v.picklist(memberRoles, 'birth:error.roleMissing'),
		bornOn: dayOfBirth(now),
		knownBornOn: orNull(day('birth:error.knownUnclear')),
	});

export const correctBirth = command({
	name: 'family.correctBirth',
	schema: CorrectBirth,
	run: ({ db }, birth) => family.correctBirth(db, birth),
	refusals: birthRefusals,
	receipt: 'birth:receipt',
});

export const familyCommands = [rename, correctBirth];
