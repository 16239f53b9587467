import { v7 as newId } from 'uuid';
import { speaksAloneOn } from '$lib/family/age';
import { householdsOf } from '$lib/family/family';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { amongUs } from '$lib/plan/among-us';
import { asksForYes, isSettled } from '$lib/plan/agreed';
import { lineOf } from '$lib/plan/agreed-line.server';
import * as agreed from '$lib/plan/agreed.server';
import { addGoal, moveGoal, restoreGoal } from '$lib/plan/commands.server';
import { goalsShown, mayChange, reachedLast, toTree } from '$lib/plan/plan';
import { cut } from '$lib/more';
import { windowAt } from '$lib/server/window';
import * as plan from '$lib/plan/plan.server';
import { actionOf, saysInAddress } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import * as log from '$lib/team/log.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now, isLookedAt, language } = event.locals;
	const person = signedIn(event);
	const families = person.families.map(({ id }) => id);
	const [goals, otherHomes, progress, members, open, lastAgreed, bornOn, elsewhere, news] = await Promise.all(
		[
			plan.list(db, families),
			plan.listFromOtherHomes(db, person.families),
			// A card says that something was noted; what, stands on the goal's page.
			plan.latestNotes(db, families, 1),
			family.ours(db, families),
			plan.open(db, families),
			agreed.latest(db, families),
			family.bornOn(db, person.id),
			plan.readElsewhere(db, families),
			Promise.all(families.map((id) => plan.newsSince(db, person.id, id, now, isLookedAt))),
		],
	);
	const today = danishDay(now);
	const lines = await Promise.all(
		person.families.map(({ id, role }) => {
			const last = lastAgreed[id];
			const asks = asksForYes(last?.version, {
				me: person.id,
				newest: last?.version.id,
				isOpen: open.has(id),
				speaksAlone: speaksAloneOn(role, bornOn, today),
			});
			const ours = last && { ...last, version: amongUs(last.version, members) };
			return lineOf(ours, language, { isOurs: true, me: person.id, asks });
		}),
	);
	const households = new Set(householdsOf(person.families).map(({ id }) => id));
	return {
		plans: person.families.map(({ id, name }, index) => {
			const tree = toTree(
				goals.filter(({ familyId }) => familyId === id),
				progress,
			);
			return {
				id,
				name,
				goals: cut(reachedLast(tree), windowAt(event.url, goalsShown, `more-${id}`)),
				order: tree.filter(({ doneAt }) => !doneAt).map(({ id, title }) => ({ id, title })),
				decides: households.has(id),
				/** Whom this person may set a goal for. */
				mayBeAbout: members.filter(
					(one) => one.familyId === id && mayChange(person.id, { familyId: id, aboutId: one.id }, members),
				),
				/** Of whom among them a goal is read in another home too. */
				readElsewhere: elsewhere.filter(({ familyId }) => familyId === id).map(({ personId }) => personId),
				isOpen: open.has(id),
				line: lines[index]!,
				isSettled: isSettled(lastAgreed[id]),
				newsSince: news[index],
				newId: newId(),
			};
		}),
		elsewhere: cut(reachedLast(toTree(otherHomes)), windowAt(event.url, goalsShown, 'elsewhere')),
		members,
		gone: await log.gone(db, families, members),
		today,
	};
};

export const actions: Actions = {
	add: actionOf(addGoal, {
		to: ({ id, parent }) => `/plan/${parent ?? id}`,
		// Whoever went back, put the words right and sent them again has two goals now, and sees one.
		receipt: (receipt, _, __, before) =>
			before
				? {
						text: 'plan:receipt.addedToo',
						undo: {
							action: `/plan/${before}?/remove&drawnFrom=0`,
							id: before,
							label: 'plan:receipt.takeBefore',
						},
					}
				: receipt,
	}),
	move: actionOf(moveGoal),
	restore: actionOf(restoreGoal, { says: saysInAddress('drawnFrom'), to: ({ id }) => `/plan/${id}` }),
};
