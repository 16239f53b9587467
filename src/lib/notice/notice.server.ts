/** Reads what municipalities tell everybody, for people who are signed in and for those who are not. */
import { env } from '$env/dynamic/private';
import type { SignedIn } from '$lib/server/auth/session';
import { sessionKeeper, type Database } from '$lib/server/database';
import type { Language } from '$lib/i18n/languages';
import { sayingHow } from '$lib/municipality.server';
import { all, rows } from '$lib/server/rows';
import type { Notice } from './notice';

/** What read_notice answers (13_notice.sql). */
interface NoticeRow {
	municipality: string;
	call: string | null;
	call_hours: string | null;
	controller: string | null;
	protection_officer: string | null;
	purpose: string | null;
	legal_basis: string | null;
	recipients: string | null;
	kept_for: string | null;
	statement_url: string | null;
	phone: string | null;
	email: string | null;
	status: Notice['accessibility']['status'];
	not_accessible: string | null;
	reviewed_on: string | null;
}

/** The municipalities somebody belongs to or works in; for somebody not signed in, the one of the installation. */
async function municipalitiesOf(db: Database, person: SignedIn | null): Promise<string[]> {
	if (!person) return env.MUNICIPALITY_ID ? [env.MUNICIPALITY_ID] : [];
	const found = rows(await db.from('municipality').select('id').order('name').limit(all));
	return found.map(({ id }) => id);
}

/** What their municipalities say, by name; empty where it is not known which they are. */
export async function notices(db: Database, person: SignedIn | null, language: Language): Promise<Notice[]> {
	const keeper = sessionKeeper();
	const found = await Promise.all(
		(await municipalitiesOf(db, person)).map(
			async (municipality) =>
				rows(await keeper.rpc('read_notice', { municipality })) as unknown as NoticeRow | null,
		),
	);
	return found.filter((row) => row !== null).map((row) => toNotice(row, language));
}

const toNotice = (row: NoticeRow, language: Language): Notice => ({
	municipality: row.municipality,
	call: sayingHow({ name: row.municipality, phone: row.call, hours: row.call_hours }, language),
	privacy: {
		controller: row.controller,
		protectionOfficer: row.protection_officer,
		purpose: row.purpose,
		legalBasis: row.legal_basis,
		recipients: row.recipients,
		keptFor: row.kept_for,
	},
	accessibility: {
		statementUrl: row.statement_url,
		phone: row.phone,
		email: row.email,
		status: row.status,
		notAccessible: row.not_accessible,
		reviewedOn: row.reviewed_on,
	},
});
