import { householdsOf } from '$lib/family/family';
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
	const [members, choices] = await Promise.all([team.teamOf(db, ids), team.choicesOf(db, ids)]);
	const households = new Set(householdsOf(families).map(({ id }) => id));
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
};
