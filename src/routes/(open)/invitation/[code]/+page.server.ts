import { householdsOf } from '$lib/family/family';
import { ageOn, speaksAloneOn } from '$lib/family/age';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { isReadForAChild, mayBeThem, sameName, type Opened } from '$lib/invitation/invitation';
import * as invitation from '$lib/invitation/invitation.server';
import { accept } from '$lib/invitation/commands.server';
import * as opening from '$lib/invitation/opening.server';
import { identityProvider } from '$lib/server/auth/providers';
import { actionOf } from '$lib/server/action';
import { titleOf, titlesOfClosed } from '$lib/titles';
import type { Actions, PageServerLoad } from './$types';

/** An address that leads to nothing says so to programs too. */
const statuses = { unknown: 404, accepted: 410, revoked: 410, inviterLeft: 410, expired: 410 } as const;

export const load: PageServerLoad = async ({ locals, params, route, setHeaders }) => {
	// The address holds the code: no other site is told it, and of our pages only the one that leads back here. (Not "no-referrer", which would
	// take the origin out of the form's own request too, and with it the proof that it comes from here.)
	setHeaders({ 'referrer-policy': 'strict-origin' });
	const opened = await opening.open(params.code);
	if (opened.state in statuses) locals.pageStatus = statuses[opened.state as keyof typeof statuses];
	const { waitsForMe, isNotFor, inAnotherName, waitsForMyParent } = locals.person
		? await opening.toMe(locals.db, params.code)
		: { waitsForMe: false, isNotFor: [], inAnotherName: [], waitsForMyParent: false };
	const title =
		opened.state === 'open' ? titleOf(route.id) : titlesOfClosed[waitsForMe ? 'waitsForMe' : opened.state];
	/** Where a parent under 18 says yes for no child. */
	const left = locals.person
		? await family.leftToAdults(locals.db, locals.person)
		: new Map<string, string[]>();
	const into = left.size && opened.state === 'open' ? await invitation.intoOurs(locals.db, opened.id) : null;
	/** Who says it in the family it leads into. */
	const adults = (into && left.get(into)) || [];
	const [children, isMine, isMyAge] = await Promise.all([
		childrenOf(locals, opened, left, isNotFor),
		adults.length ? false : isNewChildOfMine(locals, opened),
		isPerhapsMe(locals, opened, isNotFor),
	]);
	const { person } = locals;
	// The family said yes to a name.
	const isCalledSo = ({ id }: { id: string }) => !inAnotherName.includes(id);
	const ours = children.filter(isCalledSo);
	const mayBeMe = isMyAge && person !== null && isCalledSo(person);
	/** Of whom it may be that another name alone keeps it from them. */
	const otherName =
		isMyAge && !mayBeMe
			? ('me' as const)
			: opened.state === 'open' && opened.memberRole === 'child' && children.length > ours.length
				? ('child' as const)
				: null;
	const me = person && { name: person.name, mayBe: mayBeMe, saysYes: isMine || ours.length > 0 };
	const forAChild = opened.state === 'open' && isReadForAChild(opened, me);
	const canProve = identityProvider() !== null;
	return {
		opened,
		title,
		canProve,
		ours,
		isMine,
		mayBeMe,
		otherName,
		forAChild,
		adults,
		waitsForMe,
		waitsForMyParent,
	};
};

/** Whether a parent who is signed in can say yes for a small child that is new here: who is so small proves nothing. */
async function isNewChildOfMine({ db, person }: App.Locals, opened: Opened): Promise<boolean> {
	if (!person || opened.state !== 'open' || opened.memberRole !== 'child') return false;
	const age = await invitation.ageToUs(db, opened.id);
	return age !== null && age < 15;
}

/** Whether it can be for who is signed in, whatever they are called. */
async function isPerhapsMe(
	{ db, person, now }: App.Locals,
	opened: Opened,
	isNotFor: readonly string[],
): Promise<boolean> {
	if (!person || opened.state !== 'open' || isNotFor.includes(person.id)) return false;
	const { memberRole, stage } = opened;
	// Whoever works here is an adult.
	const bornOn = person.professional ? null : await family.bornOn(db, person.id);
	return mayBeThem(bornOn === null ? null : ageOn(bornOn, danishDay(now)), memberRole, stage);
}

/** For whom a parent who is signed in can say yes to one more home. */
async function childrenOf(
	{ db, person, now }: App.Locals,
	opened: Opened,
	left: ReadonlyMap<string, unknown>,
	isNotFor: readonly string[],
) {
	if (!person || opened.state !== 'open' || !opened.memberRole) return [];
	const { inviteeName, memberRole } = opened;
	const everybody = await family.born(
		db,
		householdsOf(person.families).map(({ id }) => id),
	);
	const children = everybody.filter(
		({ id, name, role, bornOn, familyId }) =>
			role === 'child' &&
			!left.has(familyId) &&
			!isNotFor.includes(id) &&
			!speaksAloneOn(role, bornOn, danishDay(now)) &&
			// Seldom is somebody under 15 invited as anything but a child.
			(memberRole === 'child' || sameName(name, inviteeName)),
	);
	return [...new Map(children.map(({ id, name }) => [id, { id, name }])).values()];
}

const entrances = { family: '/home', child: '/home', newChild: '/home', staff: '/families' };

export const actions: Actions = {
	accept: actionOf(accept, {
		says: ({ params }) => ({ code: params.code! }),
		to: (_, joined, { url }) => (joined ? entrances[joined] : url.pathname),
	}),
};
