/** Days, months and times as few pages say them: apart, so that the others do not carry them (vite.config.ts). */
import { formatter, moment } from './format';
import { languages, type Language } from './languages';

/** All languages, each by its own name: "Dansk · English · العربية". */
export const languageNames = Object.values(languages)
	.map(({ name }) => name)
	.join(' · ');

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

/** "11.00" in Danish, "11:00" elsewhere, of a time of day written HH:MM. */
export const timeOfDay = (time: string, language: Language) =>
	language === 'da' ? time.replace(':', '.') : time;
