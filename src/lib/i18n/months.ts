/** Months as they stand under a curve and in a sentence about it: what few pages need (see vite.config.ts). */
import { formatter, moment } from './format';
import type { Language } from './languages';

/** "marts" */
export const monthName = (at: Date | string, language: Language) =>
	formatter(language, { month: 'long' }).format(moment(at));

/** "mar." */
export const shortMonth = (at: Date | string, language: Language) =>
	formatter(language, { month: 'short' }).format(moment(at));

/** "mar. 27", under a curve of years */
export const shortMonthAndYear = (at: Date | string, language: Language) =>
	formatter(language, { month: 'short', year: '2-digit' }).format(moment(at));

/** "marts 2027" */
export const monthAndYear = (at: Date | string, language: Language) =>
	formatter(language, { month: 'long', year: 'numeric' }).format(moment(at));
