/** What a municipality tells everybody (13_notice.sql). Pure. */
import type { Enums } from '$lib/server/database.types';
import type { Municipality } from '$lib/tel';

/** Its own words, in Danish; null: it has not said so here. */
export interface Notice {
	municipality: string;
	call: Municipality;
	privacy: Record<(typeof privacyParts)[number], string | null>;
	accessibility: {
		/** The statement made in WAS-Tool. */
		statementUrl: string | null;
		phone: string | null;
		email: string | null;
		status: Enums<'accessibility_status'> | null;
		notAccessible: string | null;
		/** YYYY-MM-DD */
		reviewedOn: string | null;
	};
}

/** In the order they are told; articles 13 and 14 of the GDPR ask for each. */
export const privacyParts = [
	'controller',
	'protectionOfficer',
	'purpose',
	'legalBasis',
	'recipients',
	'keptFor',
] as const;

/** Whether something of a part is missing, so that the page must say whom to ask. */
export const isIncomplete = (part: Notice['privacy'] | Notice['accessibility']) =>
	Object.values(part).includes(null);
