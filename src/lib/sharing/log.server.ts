/** The only code that queries the access log. What is written there, supabase/schemas/71_sharing_reading.sql decides. */
import { danishDay } from '$lib/i18n/format';
import { mapped, type Shown, type Window } from '$lib/more';
import type { Database } from '$lib/server/database';
import { counted, descending, firstOf, rows, shown } from '$lib/server/rows';
import type { Topic } from '$lib/wellbeing/wellbeing';
import { readsAtHome, type Read } from './sharing';

const readColumns =
	'id, readerId:reader_id, readerName:reader_name, profession, place, asCoordinator:as_coordinator, topic, answersRead:answers_read, readAt:read_at, share(sharedAt:created_at, validUntil:valid_until, withdrawnAt:withdrawn_at)';

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
		.order('read_at', descending)
		.order('id')
		.range(window.from, window.to - 1);
	return mapped(shown(answer, window), toRead);
}

/** The few who have looked last since a moment (ISO 8601), for Home, which leads to the whole log. */
export async function recentReads(db: Database, owner: string, since: string): Promise<Read[]> {
	const answer = await db
		.from('access_log')
		.select(readColumns)
		.eq('owner_id', owner)
		.gt('read_at', since)
		.order('read_at', descending)
		.limit(readsAtHome + 1);
	return firstOf(answer, readsAtHome).rows.map(toRead);
}

/** What one professional has read of a topic: the read that showed most, and the last one. */
export async function readsBy(db: Database, owner: string, reader: string, topic: Topic): Promise<Read[]> {
	const theirs = { owner_id: owner, reader_id: reader, topic };
	const [most, last] = await Promise.all([
		db
			.from('access_log')
			.select(readColumns)
			.match(theirs)
			.order('answers_read', { ascending: false, nullsFirst: false })
			.limit(1)
			.then(rows),
		db.from('access_log').select(readColumns).match(theirs).order('read_at', descending).limit(1).then(rows),
	]);
	return [...most, ...last].map(toRead);
}
