import { error } from '@sveltejs/kit';
import { v7 as newId } from 'uuid';
import * as family from '$lib/family/family.server';
import { danishDay } from '$lib/i18n/format';
import { AddPoint, AnswerMeeting, OneMeeting, OnePoint } from '$lib/meetings/commands.server';
import { isAhead } from '$lib/meetings/meetings';
import * as meetings from '$lib/meetings/meetings.server';
import { meetingRefusals } from '$lib/meetings/refusals';
import { command, signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { db, now } = event.locals;
	const families = signedIn(event).families.map(({ id }) => id);
	const [meeting, members] = await Promise.all([
		meetings.get(db, event.params.meeting),
		family.members(db, families),
	]);
	if (!meeting) error(404, 'common:error.notFound');
	return { meeting, members, isAhead: isAhead(meeting, now), today: danishDay(now), newPoint: newId() };
};

export const actions: Actions = {
	answer: command(AnswerMeeting, async (event, answer) => {
		await meetings.answer(event.locals.db, answer, event.locals.now);
		const mine = answer.answer === 'coming' ? 'meetings:receipt.coming' : 'meetings:receipt.notComing';
		const isMine = answer.person === signedIn(event).id;
		return { receipt: { text: isMine ? mine : 'meetings:receipt.answeredFor' } };
	}),
	addPoint: command(
		AddPoint,
		async (event, point) => {
			await meetings.addPoint(event.locals.db, signedIn(event).id, point);
			return { receipt: { text: 'meetings:receipt.pointAdded' } };
		},
		meetingRefusals,
	),
	removePoint: command(OnePoint, async ({ locals, url }, { id }) => {
		await meetings.removePoint(locals.db, id, locals.now);
		const undo = { action: `${url.pathname}?/restorePoint`, id };
		return { receipt: { text: 'meetings:receipt.pointRemoved', undo } };
	}),
	restorePoint: command(OnePoint, async ({ locals }, { id }) => {
		await meetings.restorePoint(locals.db, id);
		return { receipt: { text: 'meetings:receipt.pointRestored' } };
	}),
	cancel: command(OneMeeting, async ({ locals, url }, { id }) => {
		await meetings.cancel(locals.db, id, locals.now);
		const undo = { action: `${url.pathname}?/holdAfterAll`, id };
		return { receipt: { text: 'meetings:receipt.cancelled', undo } };
	}),
	holdAfterAll: command(OneMeeting, async ({ locals }, { id }) => {
		await meetings.cancel(locals.db, id, null);
		return { receipt: { text: 'meetings:receipt.notCancelled' } };
	}),
};
