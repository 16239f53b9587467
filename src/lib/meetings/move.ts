/** Moving a meeting to another time or place. Pure. */
import * as v from 'valibot';
import { checkWhenAndWhere, whenAndWhere } from './when';

/** `meetings.move`. `now` is the time of the request: nothing is moved to a time that has gone. */
export const MoveMeeting = (now: Date) =>
	checkWhenAndWhere({ id: v.pipe(v.string(), v.uuid()), ...whenAndWhere }, now);

/** What the verb takes. */
export type Move = v.InferOutput<ReturnType<typeof MoveMeeting>>;
