import { householdsOf } from '$lib/family/family';
import { OneInvitation } from '$lib/invitation/commands.server';
import * as invitation from '$lib/invitation/invitation.server';
import { command, signedIn } from '$lib/server/command';
import { history } from '$lib/team/history';
import { takeBackRefusals } from '$lib/team/refusals';
import { standing, withoutAnswers } from '$lib/team/standing';
import { OneChoice } from '$lib/team/commands.server';
import * as team from '$lib/team/team.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const { families } = signedIn(event);
	const ids = families.map(({ id }) => id);
	const households = new Set(householdsOf(families).map(({ id }) => id));
	const [members, choices, invitations] = await Promise.all([
		team.teamOf(db, ids),
		team.choicesOf(db, ids),
		Promise.all([...households].map((id) => invitation.list(db, now, id))),
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
				standing: decides ? found : withoutAnswers(found),
				history: decides ? history(own) : [],
				invitations: invitations.flat().filter(({ family }) => family?.id === id),
			};
		}),
	};
};

export const actions: Actions = {
	takeBack: command(
		OneChoice,
		async ({ locals }, { id }) => {
			await team.takeBack(locals.db, id);
			return { receipt: { text: 'team:receipt.takenBack' }, to: '/team' };
		},
		takeBackRefusals,
	),
	revoke: command(OneInvitation, async ({ locals }, { id }) => {
		await invitation.revoke(locals.db, id, locals.now);
		return { receipt: { text: 'invitation:receipt.revoked' } };
	}),
};
