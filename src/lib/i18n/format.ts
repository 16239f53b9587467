/** Dates and times as Danes read them: local time of Denmark, 24 hours, in the person's language. */
import { languages, placed, type Language } from './languages';

const timeZone = 'Europe/Copenhagen';
const cache = new Map<string, Intl.DateTimeFormat>();

export function formatter(language: Language, options: Intl.DateTimeFormatOptions) {
	const key = language + JSON.stringify(options);
	let found = cache.get(key);
	if (!found) {
		found = new Intl.DateTimeFormat(languages[language].locale, { timeZone, hourCycle: 'h23', ...options });
		cache.set(key, found);
	}
	return found;
}

/** A day written YYYY-MM-DD is noon there, so that no time zone moves it. */
export const moment = (at: Date | string) =>
	new Date(typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T12:00:00Z` : at);

/** "tirsdag den 3. marts", as it is said in a sentence; what only stands beside something else may say less. */
export function longDay(at: Date | string, language: Language): string {
	if (language !== 'da') {
		return formatter(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(moment(at));
	}
	// ICU leaves out the "den" that Danes say.
	const weekday = formatter(language, { weekday: 'long' }).format(moment(at));
	const day = formatter(language, { day: 'numeric', month: 'long' }).format(moment(at));
	return `${weekday} den ${day}`;
}

/** "3. marts 2027" */
export const dayAndYear = (at: Date | string, language: Language) =>
	formatter(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(moment(at));

/** "3. mar. 2027", for tables */
export const shortDayAndYear = (at: Date | string, language: Language) =>
	formatter(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(moment(at));

/** "3. mar." */
export const shortDay = (at: Date | string, language: Language) =>
	formatter(language, { day: 'numeric', month: 'short' }).format(moment(at));

/** "14.30" in Danish, "14:30" elsewhere */
export const clock = (at: Date | string, language: Language) =>
	formatter(language, { hour: '2-digit', minute: '2-digit' }).format(moment(at));

// Sweden's way to write a day is the calendar's own.
const dayOfCalendar = new Intl.DateTimeFormat('sv-SE', { timeZone });
/** The calendar day in Denmark, YYYY-MM-DD. */
export const danishDay = (at: Date) => dayOfCalendar.format(at);

/** The hour in Denmark, 0-23. */
export const danishHour = (at: Date) => Number(formatter('en', { hour: '2-digit' }).format(at));

/** "Amira, Emil og Noah" */
export const namesTogether = (names: readonly string[], language: Language) =>
	new Intl.ListFormat(languages[language].locale, { type: 'conjunction' }).format(
		names.map((name) => placed(language, name)),
	);
