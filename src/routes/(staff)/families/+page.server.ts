import * as family from '$lib/family/family.server';
import * as meetings from '$lib/meetings/meetings.server';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import { inOrder, newsOf, orderOf, type MyFamily } from '$lib/staff/families';
import * as families from '$lib/staff/families.server';
import { arriving, part } from '$lib/staff/part.server';
import * as team from '$lib/team/team.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const person = signedIn(event);
	const order = orderOf(event.url.searchParams.get('order'));
	const listed = async () => {
		const mine = await families.list(db, person.id);
		return inOrder(mine.length ? await withNews(db, person.id, mine, now) : [], order);
	};
	return {
		order,
		...(await arriving(event, {
			questions: part('questions', team.openQuestionsTo(db, person.id)),
			families: part('families', listed()),
		})),
	};
};

/** The families with who is in them, what is new in their plans since I looked, and when we meet next. */
async function withNews(db: App.Locals['db'], person: string, mine: MyFamily[], now: Date) {
	const ids = mine.map(({ id }) => id);
	const [members, visits, nextMeetings] = await Promise.all([
		family.members(db, ids),
		plan.visits(db, person, ids),
		meetings.nextOf(db, ids, now),
	]);
	const earliest = Object.values(visits).sort()[0];
	const touches = earliest ? await plan.touchedSince(db, Object.keys(visits), earliest) : [];
	return mine.map((one) => ({
		...one,
		members: members.filter(({ familyId }) => familyId === one.id).map(({ name }) => name),
		visitedAt: visits[one.id] ?? null,
		news: newsOf(
			touches.filter(({ familyId }) => familyId === one.id),
			visits[one.id] ?? null,
		),
		nextMeeting: nextMeetings[one.id] ?? null,
	}));
}
