import { householdsOf } from '$lib/family/family';
import { agree, revoke } from '$lib/invitation/commands.server';
import { windowOf } from '$lib/more';
import { invitationsShown } from '$lib/invitation/invitation';
import * as invitation from '$lib/invitation/invitation.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import { history } from '$lib/team/history';
import { standing, withoutAnswers } from '$lib/team/standing';
import { arrivals, unwanted } from '$lib/team/arrivals.server';
import { fine, putOut, sendAway, takeBack, takeNoBack } from '$lib/team/commands.server';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { families } = signedIn(event);
	const ids = families.map(({ id }) => id);
	const households = new Set(householdsOf(families).map(({ id }) => id));
	const [members, choices, arrived, refused, invitations] = await Promise.all([
		team.teamOf(db, ids),
		team.choicesOf(db, ids),
		arrivals(db),
		households.size ? unwanted(db, [...households]) : [],
		Promise.all(
			[...households].map(
				async (id) =>
					[
						id,
						await invitation.list(
							db,
							now,
							windowOf(event.url.searchParams, invitationsShown, `more-${id}`),
							id,
						),
					] as const,
			),
		),
	]);
	return {
		teams: families.map(({ id, name }) => {
			const own = choices.filter(({ familyId }) => familyId === id);
			const around = members.filter(({ familyId }) => familyId === id);
			const found = standing(own, around, now);
			const decides = households.has(id);
			return {
				id,
				name,
				decides,
				members: around,
				arrivals: arrived.filter(({ familyId }) => familyId === id),
				unwanted: refused.filter(({ familyId }) => familyId === id),
				standing: decides ? found : withoutAnswers(found),
				history: decides ? history(own) : [],
				invitations: new Map(invitations).get(id) ?? null,
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
	revoke: actionOf(revoke),
};
