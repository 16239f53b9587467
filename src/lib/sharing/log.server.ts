/** The only code that queries the access log. What is written there, supabase/schemas/71_sharing_reading.sql decides. */
import { danishDay } from '$lib/i18n/format';
import { mapped, type Shown, type Window } from '$lib/more';
import { counted, rows, shown, type Database } from '$lib/server/database';
import type { Topic } from '$lib/wellbeing/wellbeing';
import type { Read } from './sharing';

const readColumns =
	'id, readerId:reader_id, profession, place, asCoordinator:as_coordinator, topic, answersRead:answers_read, readAt:read_at, ...person!access_log_reader_id_fkey(readerName:name), share(sharedAt:created_at, validUntil:valid_until, withdrawnAt:withdrawn_at)';

type ReadRow = Omit<Read, 'sharedAt' | 'sharedUntil'> & {
	share: { sharedAt: string; validUntil: string; withdrawnAt: string | null } | null;
};

function toRead({ share, ...read }: ReadRow): Read {
	const withdrawn = share?.withdrawnAt && danishDay(new Date(share.withdrawnAt));
	const until = share?.validUntil ?? null;
	const sharedUntil = withdrawn && until && withdrawn < until ? withdrawn : until;
	return { ...read, sharedAt: share?.sharedAt ?? null, sharedUntil };
}

/** Who has read my answers, newest first. */
export async function reads(db: Database, owner: string, window: Window): Promise<Shown<Read>> {
	const answer = await db
		.from('access_log')
		.select(readColumns, counted)
		.eq('owner_id', owner)
		.order('read_at', { ascending: false })
		.order('id')
		.range(window.from, window.to - 1);
	return mapped(shown(answer, window), toRead);
}

/** Who has looked since a moment (ISO 8601), for Home; newest first, at most 20. */
export async function recentReads(db: Database, owner: string, since: string): Promise<Read[]> {
	const answer = await db
		.from('access_log')
		.select(readColumns)
		.eq('owner_id', owner)
		.gt('read_at', since)
		.order('read_at', { ascending: false })
		.limit(20);
	return rows(answer).map(toRead);
}

/** What one professional has read of a topic, the reads that showed most first, at most 20. */
export async function readsBy(db: Database, owner: string, reader: string, topic: Topic): Promise<Read[]> {
	const answer = await db
		.from('access_log')
		.select(readColumns)
		.match({ owner_id: owner, reader_id: reader, topic })
		.order('answers_read', { ascending: false, nullsFirst: false })
		.limit(20);
	return rows(answer).map(toRead);
}
