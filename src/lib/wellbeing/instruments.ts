/** The four kinds of questions in the person's words: what Questions.svelte asks, with or without a network. */
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import type { Asked, Scale, ScaleKind, Topic } from './wellbeing';
import { sheetIn, type Sheet } from './who5/sheets';

export interface Question {
	text: string;
	/** Words that come before the question and belong to it. */
	stem?: string;
	/** Answers as words, as the numbers 0-10, or as faces. In the order they are shown. */
	look: 'words' | 'numbers' | 'faces';
	options: { value: number; label: string }[];
	/** What 0 and 10 mean, where the answers are numbers. */
	low?: string;
	high?: string;
	/** The person may leave it out. */
	optional?: boolean;
}

export interface Instrument {
	topic: Topic;
	/** The own scale it is. */
	scaleId: string | null;
	kind?: ScaleKind;
	title: string;
	introduction?: string;
	/** Set where the questions are in another language than the page. */
	language?: Language;
	/** Who made the questions and how they may be used, where that must be said. */
	attribution?: { text: string; licence: Sheet['licence'] };
	questions: Question[];
}

const numbers = Array.from({ length: 11 }, (_, value) => ({ value, label: String(value) }));

/** WHO-5 as the sheet of a language has it (`askedIn`), on a page in `language`. */
export function who5(t: Translate, language: Language, asked: Language): Instrument {
	const sheet = sheetIn(asked);
	// From "all of the time" down, as on the sheet.
	const options = sheet.answers.map((label, value) => ({ value, label })).reverse();
	return {
		topic: 'who5',
		scaleId: null,
		title: t('wellbeing:topic.who5'),
		introduction: sheet.introduction,
		...(sheet.language !== language && { language: sheet.language }),
		attribution: { text: sheet.attribution, licence: sheet.licence },
		questions: sheet.statements.map((text) => ({ text, stem: sheet.stem, look: 'words', options })),
	};
}

/**
 * The Cantril ladder: now, and in about five years for those who want to say. In English in Gallup's words. No official
 * Danish or Arabic text was found: these are ours, close to the English, and not verified.
 */
export function ladder(t: Translate): Instrument {
	const ends = { low: t('wellbeing:ladder.low'), high: t('wellbeing:ladder.high') };
	return {
		topic: 'ladder',
		scaleId: null,
		title: t('wellbeing:topic.ladder'),
		introduction: t('wellbeing:ladder.introduction'),
		questions: [
			{ text: t('wellbeing:ladder.now'), look: 'numbers', options: numbers, ...ends },
			{ text: t('wellbeing:ladder.inFiveYears'), look: 'numbers', options: numbers, ...ends, optional: true },
		],
	};
}

/** A scale of one's own, with one's own words at both ends. */
export function ownScale(
	t: Translate,
	scale: Pick<Scale, 'id' | 'kind' | 'name' | 'lowWords' | 'highWords'>,
): Instrument {
	return {
		topic: 'scale',
		scaleId: scale.id,
		kind: scale.kind,
		title: scale.name,
		questions: [
			{
				text: t('wellbeing:scale.question', { name: scale.name }),
				look: 'numbers',
				options: numbers,
				low: scale.lowWords,
				high: scale.highWords,
			},
		],
	};
}

/** Five faces for the youngest, with words. */
export function smiley(t: Translate): Instrument {
	return {
		topic: 'smiley',
		scaleId: null,
		title: t('wellbeing:topic.smiley'),
		questions: [
			{
				text: t('wellbeing:smiley.question'),
				look: 'faces',
				options: ([5, 4, 3, 2, 1] as const).map((value) => ({
					value,
					label: t(`wellbeing:smiley.${value}`),
				})),
			},
		],
	};
}

/** The instrument somebody is asked with; `sheet` is the language of the sheet, where there is one. @throws {Error} when an own scale is asked for and not given */
export function instrumentOf(
	t: Translate,
	language: Language,
	{ topic }: Pick<Asked, 'topic'>,
	scale: Scale | null,
	sheet: Language = language,
): Instrument {
	if (topic === 'who5') return who5(t, language, sheet);
	if (topic === 'ladder') return ladder(t);
	if (topic === 'smiley') return smiley(t);
	if (!scale) throw new Error('an own scale without its words');
	return ownScale(t, scale);
}
