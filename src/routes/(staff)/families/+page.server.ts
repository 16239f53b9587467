import * as family from '$lib/family/family.server';
import * as meetings from '$lib/meetings/meetings.server';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import { inOrder, orderOf, type MyFamily } from '$lib/staff/families';
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
		return inOrder(mine.length ? await withNews(db, mine, now) : [], order);
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
async function withNews(db: App.Locals['db'], mine: MyFamily[], now: Date) {
	const ids = mine.map(({ id }) => id);
	const [members, news, nextMeetings] = await Promise.all([
		family.members(db, ids),
		plan.news(db, ids),
		meetings.nextOf(db, ids, now),
	]);
	return mine.map((one) => ({
		...one,
		members: members.filter(({ familyId }) => familyId === one.id).map(({ name }) => name),
		news: news.find(({ familyId }) => familyId === one.id) ?? null,
		nextMeeting: nextMeetings[one.id] ?? null,
	}));
}
