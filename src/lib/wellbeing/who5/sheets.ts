/**
 * WHO-5, one file for each language that has an official translation on file. Its wording is not ours to change; each
 * file says where it is from, under which licence, what was left out, and whether somebody has compared it with the
 * published sheet (`verified`). A language without a file is asked in Danish, and told so: we do not translate it.
 */
import type { Language } from '$lib/i18n/languages';
import da from './da.json';
import en from './en.json';

export interface Sheet {
	language: Language;
	introduction: string;
	/** What all five statements begin with. */
	stem: string;
	statements: string[];
	/** From 0 to 5. */
	answers: string[];
	attribution: string;
	licence: string;
	source: string;
	changed: string;
	verified: boolean;
}

const danish = da as Sheet;
const sheets: Partial<Record<Language, Sheet>> = { da: danish, en: en as Sheet };

/** The sheet in this language, otherwise the Danish one (its `language` says which). */
export const sheetIn = (language: Language): Sheet => sheets[language] ?? danish;
