import { householdsOf } from '$lib/family/family';
import { agree, decline, revoke } from '$lib/invitation/commands.server';
import { windowAt } from '$lib/server/window';
import { invitationsShown } from '$lib/invitation/invitation';
import * as invitation from '$lib/invitation/invitation.server';
import * as plan from '$lib/plan/plan.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { history } from '$lib/team/history';
import { standing, withoutAnswers } from '$lib/team/standing';
import { arrivals, unwanted } from '$lib/team/arrivals.server';
import { fine, putOut, sendAway, takeBack, takeNoBack } from '$lib/team/commands.server';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, isLookedAt } = event.locals;
	const { id: me, families } = signedIn(event);
	const ids = families.map(({ id }) => id);
	const households = householdsOf(families).map(({ id }) => id);
	const window = (id: string) => windowAt(event.url, invitationsShown, `more-${id}`);
	const [open, members, choices, arrived, refused, waiting] = await Promise.all([
		plan.open(db, ids),
		team.teamOf(db, ids),
		Promise.all(ids.map((id) => team.choicesOf(db, id))),
		arrivals(db, me, isLookedAt),
		households.length ? unwanted(db, households) : [],
		households.length ? invitation.waiting(db, now, households) : [],
	]);
	// Those that wait stand at the top of the page.
	const elsewhere = waiting.map(({ id }) => id);
	const invitations = new Map(
		await Promise.all(
			households.map(async (id) => [id, await invitation.list(db, now, window(id), id, elsewhere)] as const),
		),
	);
	return {
		teams: families.map(({ id, name }, index) => {
			const own = choices[index]!;
			const around = members.filter(({ familyId }) => familyId === id);
			const found = standing(own.rows, around, now);
			const decides = households.includes(id);
			return {
				id,
				name,
				decides,
				members: around,
				/** Takes part no more. */
				isOver: !open.has(id),
				waiting: waiting.filter(({ family }) => family?.id === id),
				arrivals: arrived.filter(({ familyId }) => familyId === id),
				unwanted: refused.filter(({ familyId }) => familyId === id),
				standing: decides ? found : withoutAnswers(found),
				history: decides ? history(own.rows) : [],
				isOlder: own.isCut,
				invitations: invitations.get(id) ?? null,
			};
		}),
	};
};

export const actions: Actions = {
	takeBack: actionOf(takeBack, { to: '/team' }),
	fine: actionOf(fine, { to: '/team' }),
	putOut: actionOf(putOut, { to: '/team' }),
	sendAway: actionOf(sendAway, { to: '/team' }),
	takeNoBack: actionOf(takeNoBack, { to: '/team' }),
	agree: actionOf(agree, { to: '/team' }),
	decline: actionOf(decline, { to: '/team' }),
	revoke: actionOf(revoke),
};
