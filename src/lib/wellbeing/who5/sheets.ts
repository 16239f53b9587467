/**
 * WHO-5, one file for each language that has an official translation on file. Its wording is not ours to change; each
 * file says where it is from, under which licence (that of WHO's publication of 2024: no paid use, and the file keeps
 * the licence), every place where it is not the sheet, and whether somebody has compared it with the published sheet
 * (`verified`). In a language without a file WHO-5 is not offered: we do not translate it. Who wants to may still
 * choose to be asked in a language that has one.
 */
import { isLanguage, type Language } from '$lib/i18n/languages';
import da from './da.json';
import en from './en.json';

/** What the sheet says and what stands here instead; empty where it is left out. */
interface Deviation {
	sheet: string;
	here: string;
}

export interface Sheet {
	language: Language;
	introduction: string;
	/** What all five statements begin with. */
	stem: string;
	statements: string[];
	/** From 0 to 5. */
	answers: string[];
	attribution: string;
	licence: { name: string; href: string };
	source: string;
	changed: Deviation[];
	verified: boolean;
}

const danish = da as Sheet;
const sheets: Partial<Record<Language, Sheet>> = { da: danish, en: en as Sheet };

/** The languages WHO-5 can be asked in. */
export const sheetLanguages = Object.keys(sheets) as Language[];

/** The language somebody who reads this one is asked in: the same, or the one they chose; null where neither has a sheet. */
export function askedIn(language: Language, chosen: string | null): Language | null {
	if (isLanguage(chosen) && sheets[chosen]) return chosen;
	return sheets[language] ? language : null;
}

/** The sheet in this language, otherwise the Danish one (its `language` says which): what was asked stays readable. */
export const sheetIn = (language: Language): Sheet => sheets[language] ?? danish;
