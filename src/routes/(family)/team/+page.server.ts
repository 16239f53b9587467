import type { RequestEvent } from '@sveltejs/kit';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
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
import { fine, putOut, sendAway, takeBack, takeNoBack, tellAgain } from '$lib/team/commands.server';
import { unwantedShown } from '$lib/team/team';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, isLookedAt } = event.locals;
	const person = signedIn(event);
	const { id: me, families } = person;
	const ids = families.map(({ id }) => id);
	const households = householdsOf(families).map(({ id }) => id);
	const [open, members, choices, arrived, municipalities, adults, ours] = await Promise.all([
		plan.open(db, ids),
		team.teamOf(db, ids),
		Promise.all(ids.map((id) => team.choicesOf(db, id))),
		arrivals(db, me, isLookedAt),
		family.municipalities(db, ids, event.locals.language),
		family.leftToAdults(db, person),
		Promise.all(households.map(async (id) => [id, await decided(event, id)] as const)),
	]);
	const decisions = new Map(ours);
	return {
		teams: families.map(({ id, name }, index) => {
			const own = choices[index]!;
			const around = members.filter(({ familyId }) => familyId === id);
			const found = standing(own.rows, around, now);
			const isOurs = households.includes(id);
			return {
				id,
				name,
				/** A parent under 18 leaves it to these, who are adults. */
				adults: adults.get(id) ?? [],
				decides: isOurs && !adults.has(id),
				members: around,
				/** Takes part no more. */
				isOver: !open.has(id),
				municipality: municipalities.find(({ familyId }) => familyId === id),
				/** With the end everybody left the team, and that is said once. */
				arrivals: arrived.rows.filter(
					({ familyId, kind }) => familyId === id && (kind !== 'left_team' || open.has(id)),
				),
				standing: isOurs ? found : withoutAnswers(found),
				history: isOurs ? history(own.rows) : [],
				isOlder: own.isCut,
				...(decisions.get(id) ?? { waiting: null, invitations: null, unwanted: null }),
			};
		}),
		areMoreArrivals: arrived.isCut,
	};
};

/** What the parents of a family decide: who is invited, those who wait for their yes apart, and to whom they said no. */
async function decided({ locals: { db, now }, url }: RequestEvent, id: string) {
	const [waiting, refused] = await Promise.all([
		invitation.waiting(db, now, id, windowAt(url, invitationsShown, `waiting-${id}`)),
		unwanted(db, id, windowAt(url, unwantedShown, `no-${id}`)),
	]);
	// Those that stand at the top of the page are not told twice.
	const elsewhere = waiting.rows.map(({ id }) => id);
	const others = windowAt(url, invitationsShown, `more-${id}`);
	const invitations = await invitation.list(db, now, others, id, elsewhere);
	return { waiting, invitations, unwanted: refused };
}

export const actions: Actions = {
	takeBack: actionOf(takeBack, { to: '/team' }),
	fine: actionOf(fine, { to: '/team' }),
	tellAgain: actionOf(tellAgain, { to: '/team' }),
	putOut: actionOf(putOut, { to: '/team' }),
	sendAway: actionOf(sendAway, { to: '/team' }),
	takeNoBack: actionOf(takeNoBack, { to: '/team' }),
	agree: actionOf(agree, { to: '/team' }),
	decline: actionOf(decline, { to: '/team' }),
	revoke: actionOf(revoke),
};
