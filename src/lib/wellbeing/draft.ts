/** Answers not finished yet: one question at a time, forwards and back. Questions are counted from 1. */
import { nameOf, shapes, type Asked, type Topic } from './wellbeing';

/** As many places as the topic has questions; null where nothing is answered. */
export type DraftAnswers = (number | null)[];

export const emptyDraft = (topic: Topic): DraftAnswers =>
	Array.from({ length: shapes[topic].atMost }, () => null);

/** The answers with this one given, changed, or (null) left out. A question or answer there is not changes nothing. */
export function withAnswer(
	topic: Topic,
	answers: readonly (number | null)[],
	question: number,
	answer: number | null,
): DraftAnswers {
	const { lowest, highest } = shapes[topic];
	const known = answer === null || (Number.isInteger(answer) && answer >= lowest && answer <= highest);
	return emptyDraft(topic).map((_, index) =>
		known && index === question - 1 ? answer : (answers[index] ?? null),
	);
}

/** The screen after the last question, where everything is seen together and sent. */
export const lastStep = (topic: Topic) => shapes[topic].atMost + 1;

/**
 * Which question to show. A wish (the step in the address) is followed, but never past a question that must be
 * answered first; without a wish it goes on where nothing is answered yet.
 */
export function stepOf(topic: Topic, answers: readonly (number | null)[], wish?: string | null): number {
	const { atLeast } = shapes[topic];
	const open = emptyDraft(topic).findIndex((_, index) => (answers[index] ?? null) === null);
	const firstOpen = open === -1 ? lastStep(topic) : open + 1;
	const furthest = firstOpen <= atLeast ? firstOpen : lastStep(topic);
	const wished = Number(wish ?? '');
	return Number.isInteger(wished) && wished >= 1 ? Math.min(wished, furthest) : firstOpen;
}

/** The answers as a rating holds them: what was left out at the end is not there. */
export function finished(answers: readonly (number | null)[]): number[] {
	const end = answers.indexOf(null);
	return (end === -1 ? answers : answers.slice(0, end)).filter((answer) => answer !== null);
}

/** The form that sends the answers of an instrument as one. */
export const formOfAnswers = (asked: Asked) => `rate-${nameOf(asked)}`;

/** The answers as that form has them. */
export const fromForm = (topic: Topic, typed: readonly string[]): DraftAnswers =>
	typed.reduce(
		(answers, said, index) => withAnswer(topic, answers, index + 1, said === '' ? null : Number(said)),
		emptyDraft(topic),
	);
