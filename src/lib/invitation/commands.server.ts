/** Inviting somebody, and saying yes. */
import * as v from 'valibot';
import { day, id, orNull, words } from '$lib/server/fields';
import { isCode, normalCode } from './code';
import { memberRoles, professionLimit } from './invitation';

const name = words(100, 'invitation:error.nameMissing', 'invitation:error.nameTooLong');

/** `invitation.inviteMember`. The id is made with the form, so that the same press twice is one invitation. */
export const InviteMember = v.pipe(
	v.object({
		id,
		family: v.pipe(v.string('invitation:error.familyMissing'), v.uuid('invitation:error.familyMissing')),
		name,
		role: v.picklist(memberRoles, 'invitation:error.roleMissing'),
		/** What follows from the age follows from this; an adult may leave it out. */
		bornOn: orNull(day('family:error.birthUnclear')),
	}),
	v.forward(
		v.partialCheck(
			[['role'], ['bornOn']],
			({ role, bornOn }) => role !== 'child' || bornOn !== null,
			'invitation:error.birthMissing',
		),
		['bornOn'],
	),
);

/** `invitation.inviteProfessional`, into the inviter's own municipality. */
export const InviteProfessional = v.object({
	id,
	name,
	profession: words(
		professionLimit,
		'invitation:error.professionMissing',
		'invitation:error.professionTooLong',
	),
});

/** `invitation.revoke` */
export const OneInvitation = v.object({ id });

/** A code typed from paper: with or without dashes, in small or capital letters. */
export const TypedCode = v.object({
	code: v.pipe(
		v.string(),
		v.transform(normalCode),
		v.minLength(1, 'invitation:error.codeMissing'),
		v.check(isCode, 'invitation:error.codeUnclear'),
	),
});

/** `invitation.accept`: as somebody new, or as the one who is signed in; and whose device it is. */
export const Accept = v.object({
	who: v.optional(v.picklist(['new', 'me']), 'new'),
	device: v.optional(v.picklist(['own', 'shared']), 'shared'),
});
