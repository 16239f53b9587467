import * as family from '$lib/family/family.server';
import * as meetings from '$lib/meetings/meetings.server';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import { windowAt } from '$lib/server/window';
import { familiesShown, orderOf, questionsShown, type Order } from '$lib/staff/families';
import * as families from '$lib/staff/families.server';
import { arriving, part } from '$lib/staff/part.server';
import type { Window } from '$lib/more';
import * as team from '$lib/team/team.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db } = event.locals;
	const person = signedIn(event).id;
	const order = orderOf(event.url.searchParams.get('order'));
	const asked = windowAt(event.url, questionsShown, 'questions');
	const mine = windowAt(event.url, familiesShown);
	const parts = {
		questions: part('questions', team.openQuestionsTo(db, person, asked)),
		families: part('families', listed(event.locals, person, order, mine)),
	};
	// They may lead elsewhere, which a page that has begun to come cannot.
	await Promise.all([asked.from > 0 && parts.questions, mine.from > 0 && parts.families]);
	return { order, ...(await arriving(event, parts)) };
};

/** The families with who is in them, what is new in their plans since I looked, and when we meet next. */
async function listed({ db, now }: App.Locals, person: string, order: Order, window: Window) {
	const news = await plan.news(db, order === 'name', window);
	const ids = news.rows.map(({ familyId }) => familyId);
	const [mine, members, nextMeetings] = await Promise.all([
		families.among(db, person, ids),
		family.members(db, ids),
		meetings.nextOf(db, ids, now),
	]);
	return {
		...news,
		rows: news.rows.flatMap(({ familyId, ...its }) =>
			mine
				.filter(({ id }) => id === familyId)
				.map((one) => ({
					...one,
					members: members.filter((member) => member.familyId === familyId).map(({ name }) => name),
					news: its,
					nextMeeting: nextMeetings[familyId] ?? null,
				})),
		),
	};
}
