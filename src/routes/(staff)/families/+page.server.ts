import { groupedBy } from '$lib/grouped';
import * as family from '$lib/family/family.server';
import { longDay, namesTogether } from '$lib/i18n/format';
import { createTexts, type Translate } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import type { PlanNews } from '$lib/plan/plan';
import { cancelledTold } from '$lib/home/cancelled';
import { cancellations } from '$lib/meetings/cancelled.server';
import * as meetings from '$lib/meetings/meetings.server';
import * as plan from '$lib/plan/plan.server';
import { signedIn } from '$lib/server/command';
import { windowAt } from '$lib/server/window';
import { partOf } from '$lib/choosing';
import { askedWords } from '$lib/staff/asked';
import { ended } from '$lib/staff/ended.server';
import { familiesShown, few, orderOf, questionsShown, type Order, type Row } from '$lib/staff/families';
import { finding, waysToOrder } from '$lib/staff/finding.server';
import * as families from '$lib/staff/families.server';
import { arriving, part } from '$lib/staff/part.server';
import { mapped, type Window } from '$lib/more';
import * as team from '$lib/team/team.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const person = signedIn(event).id;
	const order = orderOf(event.url.searchParams.get('order'));
	const asked = windowAt(event.url, questionsShown, 'questions');
	const mine = windowAt(event.url, familiesShown);
	const parts = {
		questions: part('questions', questions(event.locals, person, asked)),
		families: part('families', listed(event.locals, person, { order, params: event.url.searchParams }, mine)),
	};
	// They may lead elsewhere, which a page that has begun to come cannot.
	await Promise.all([asked.from > 0 && parts.questions, mine.from > 0 && parts.families]);
	return await arriving(event, parts);
};

/** What is new in a plan: one that nobody has written in is no news. */
function newsWords({ visitedAt, goals, isEmpty }: Omit<PlanNews, 'familyId'>, t: Translate) {
	if (isEmpty) return { label: t('office:families.row.emptyPlan'), tone: 'plain' as const };
	if (!visitedAt) return { label: t('office:families.row.never'), tone: 'sky' as const };
	return goals
		? { label: t('office:families.row.news', { count: goals }), tone: 'sky' as const }
		: { label: t('office:families.row.noNews'), tone: 'plain' as const };
}

/** Who asks me to be their coordinator. */
async function questions({ db, language }: App.Locals, person: string, window: Window) {
	const questions = await team.openQuestionsTo(db, person, window);
	const { t } = await createTexts(language, messagesOf(language, ['staff']));
	return mapped(questions, ({ id, family, askedBy, askedAt, again }) => ({
		id,
		title: t(again ? 'staff:question.again' : 'staff:question.title', { family: family.name }),
		asked: askedWords({ askedBy, askedAt }, t, language),
	}));
}

/** In words of each family, what I was to come to and that is cancelled, or held after all, until I have seen it. */
async function cancelledFacts({ db, language }: App.Locals) {
	const news = groupedBy(
		(await cancellations(db)).rows.filter(({ atWork }) => atWork),
		({ familyId }) => familyId,
	);
	const { t } = await createTexts(language, messagesOf(language, ['home']));
	return (family: string): Row['facts'] =>
		cancelledTold(news.get(family) ?? [], { language }).map(({ key, values, isOff }) => ({
			label: t(key as 'home:cancelled', values as { day: string }),
			...(isOff ? { tone: 'care', icon: 'close' } : { tone: 'sky', icon: 'calendar' }),
		}));
}

/** The families with who is in them, what is new in their plans since I looked, and when we meet next. */
async function listed(
	locals: App.Locals,
	person: string,
	{ order, params }: { order: Order; params: URLSearchParams },
	window: Window,
) {
	const { db, now, language } = locals;
	const part = partOf(params);
	const news = await plan.news(db, { byName: order === 'name', part }, window);
	const find = await finding(params, news.of, { language, hint: 'findHintMine', order });
	const { t } = await createTexts(language, messagesOf(language, ['office']));
	const ids = news.rows.map(({ familyId }) => familyId);
	const [mine, members, nextMeetings, over, cancelled] = await Promise.all([
		families.among(db, person, ids),
		family.members(db, ids),
		meetings.nextOf(db, ids, now),
		ended(locals),
		cancelledFacts(locals),
	]);
	return {
		...news,
		/** Of few nobody needs to be looked for. */
		find: part || news.of > few ? find : null,
		ended: over,
		ways: await waysToOrder(order, part, language),
		rows: news.rows.flatMap(({ familyId, ...its }): Row[] =>
			mine
				.filter(({ id }) => id === familyId)
				.map(({ id, name, isCoordinator }) => ({
					id,
					name,
					href: `/families/${id}`,
					people: namesTogether(
						members.filter((member) => member.familyId === id).map((member) => member.name),
						language,
					),
					facts: [
						...(isCoordinator
							? [{ label: t('office:families.row.coordinator'), tone: 'pine' as const }]
							: []),
						...cancelled(id),
						newsWords(its, t),
					],
					day: nextMeetings[id]
						? t('office:families.row.next', { date: longDay(nextMeetings[id], language) })
						: t('office:families.row.noMeeting'),
				})),
		),
	};
}
