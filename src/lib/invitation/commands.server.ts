/** Inviting somebody, and saying yes. */
import * as v from 'valibot';
import { command, openCommand } from '$lib/server/command';
import { ageOn, answersAloneFrom } from '$lib/family/age';
import { danishDay } from '$lib/i18n/format';
import { isId } from '$lib/id';
import { dayOfBirth, id, line, orNull } from '$lib/server/fields';
import { isCode, normalCode } from './code';
import { memberRoles, professionLimit } from './invitation';
import * as invitation from './invitation.server';
import * as joining from './joining.server';
import { acceptingRefusals, answeringRefusals, invitingRefusals } from './refusals';

const name = line(100, 'invitation:error.nameMissing', 'invitation:error.nameTooLong');

/** The id is made with the form, so that the same press twice is one invitation. `now` is the time of the request. */
export const InviteMember = (now: Date) =>
	v.pipe(
		v.object({
			id,
			family: v.pipe(v.string('invitation:error.familyMissing'), v.uuid('invitation:error.familyMissing')),
			name,
			role: v.picklist(memberRoles, 'invitation:error.roleMissing'),
			/** What follows from the age follows from this; an adult may leave it out. */
			bornOn: orNull(dayOfBirth(now)),
		}),
		v.forward(
			v.partialCheck(
				[['role'], ['bornOn']],
				({ role, bornOn }) => role !== 'child' || bornOn !== null,
				'invitation:error.birthMissing',
			),
			['bornOn'],
		),
		v.forward(
			v.partialCheck(
				[['role'], ['bornOn']],
				({ role, bornOn }) => {
					const age = role === 'child' || bornOn === null ? null : ageOn(bornOn, danishDay(now));
					// A day to come has words of its own.
					return age === null || age < 0 || age >= answersAloneFrom;
				},
				'invitation:error.birthOfAChild',
			),
			['bornOn'],
		),
	);

/** Into an organisation of the inviter's municipality. */
export const InviteProfessional = v.object({
	id,
	organisation: v.pipe(
		v.string('invitation:error.organisationMissing'),
		v.uuid('invitation:error.organisationMissing'),
	),
	name,
	profession: line(
		professionLimit,
		'invitation:error.professionMissing',
		'invitation:error.professionTooLong',
	),
});

/** A code typed from paper: with or without dashes, in small or capital letters. */
export const TypedCode = v.object({
	code: v.pipe(
		v.string(),
		v.transform(normalCode),
		v.minLength(1, 'invitation:error.codeMissing'),
		v.check(isCode, 'invitation:error.codeUnclear'),
	),
});

/**
 * As somebody new, as the one who is signed in, for a small child that is new here, or for a child of theirs (its id);
 * and whose device it is, of somebody new.
 */
export const Accept = v.object({
	code: v.string(),
	who: v.pipe(
		v.string('invitation:error.whoMissing'),
		v.check((who) => ['new', 'me', 'newChild'].includes(who) || isId(who), 'invitation:error.whoMissing'),
	),
	device: v.optional(v.picklist(['own', 'shared']), 'shared'),
});

/** Both invite: the code is shown once, on the page that answers. */
export const inviteMember = command({
	name: 'invitation.inviteMember',
	mayBeTwo: true,
	schema: InviteMember,
	run: ({ db }, invited) => invitation.inviteMember(db, invited),
	refusals: invitingRefusals,
});

export const inviteProfessional = command({
	name: 'invitation.inviteProfessional',
	mayBeTwo: true,
	schema: InviteProfessional,
	run: ({ db }, invited) => invitation.inviteProfessional(db, invited),
	refusals: invitingRefusals,
});

/** A parent says yes to somebody joining the household. */
export const agree = command({
	name: 'invitation.agree',
	schema: v.object({ id }),
	run: ({ db }, { id }) => invitation.agree(db, id),
	refusals: answeringRefusals,
	receipt: 'invitation:receipt.agreed',
});

/** A parent says no to somebody who waits for a yes. */
export const decline = command({
	name: 'invitation.decline',
	schema: v.object({ id }),
	run: ({ db, now }, { id }) => invitation.decline(db, id, now),
	refusals: answeringRefusals,
	receipt: 'invitation:receipt.declined',
});

export const revoke = command({
	name: 'invitation.revoke',
	schema: v.object({ id }),
	run: ({ db, now }, { id }) => invitation.revoke(db, id, now),
	receipt: 'invitation:receipt.revoked',
});

/** Leads to the page of the invitation. */
export const typeCode = openCommand({
	name: 'invitation.typeCode',
	schema: TypedCode,
	run: async () => {},
});

const receipts = {
	family: 'common:receipt.joined',
	staff: 'common:receipt.joined',
	child: 'invitation:receipt.childJoined',
	newChild: 'invitation:receipt.newChildJoined',
} as const;

export const accept = openCommand({
	name: 'invitation.accept',
	isAsDrawn: true,
	schema: Accept,
	run: joining.join,
	refusals: acceptingRefusals,
	receipt: (_, joined) => (joined ? { text: receipts[joined] } : null),
});

export const invitationCommands = [
	inviteMember,
	inviteProfessional,
	agree,
	decline,
	revoke,
	typeCode,
	accept,
];
