/** What must not move, whoever holds which grant. */
import { ours, type Convention } from './convention.ts';

/** Columns that a trigger of their own sets, whatever is sent: which function. */
const stamped: Record<string, string> = {
	'family_offer.answered_at': 'stamp_offer_answer',
	'family_offer.answered_by': 'stamp_offer_answer',
	'goal.changed_at': 'stamp_goal',
	'meeting_attendee.answered_at': 'stamp_answer',
	'plan_visit.since': 'stamp_visit',
	'plan_visit.visited_at': 'stamp_visit',
	'rating_draft.changed_at': 'stamp_draft',
};

/** Columns that a trigger of their own sets on a new row, whatever is sent: which function. */
const setAtFirst: Record<string, string> = {
	'agenda_point.from_family': 'stamp_agenda_point',
	'meeting_attendee.from_other_home': 'stamp_from_other_home',
	'meeting_attendee.sees_home': 'stamp_from_other_home',
	'family_offer.answered_at': 'stamp_offer_answer',
	'family_offer.answered_by': 'stamp_offer_answer',
	'family_offer.municipality_id': 'place_family_offer',
	'goal.level': 'place_goal',
	'goal.plan_id': 'place_goal',
	'goal.position': 'place_goal',
	'goal.revision': 'counts_changes',
	'goal_progress.about_id': 'place_goal_progress',
	'meeting.revision': 'stamp_meeting',
	'offer.revision': 'counts_changes',
	'organisation.revision': 'counts_changes',
	'plan_visit.since': 'stamp_visit',
	'plan_visit.visited_at': 'stamp_visit',
};

/** Columns that a new row may bring along if the grants let it: why nothing follows from it. */
export const mayComeAlong: Record<string, string> = {
	'meeting_attendee.id': 'a key of its own, by which nobody finds anything',
};

export const columns: Convention[] = [
	{
		// The same for a new row: a right to write some of it must not let it bring its own times and answers. Whether the
		// functions do what they are named for, new-rows.test.ts tries.
		says: 'a column that nobody may write in a new row has a second guard: begins_now, keep_from_api, or a stamp of its own',
		query: `
			with guards (relation, function, columns) as (
				select tgrelid, proname, string_to_array(encode(tgargs, 'escape'), '\\000')
				from pg_trigger join pg_proc p on p.oid = tgfoid
				-- For each row, before an insert.
				where tgtype & 7 = 7 and tgenabled <> 'D'
			), open (what, relation) as (
				select c.oid::regclass || '.' || attname, c.oid
				from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
				where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p')
					and has_any_column_privilege('authenticated', c.oid, 'insert')
					and not has_column_privilege('authenticated', c.oid, attnum, 'insert')
					and not exists (
						select from guards g where g.relation = c.oid
							and (g.function = 'keep_from_api' or (g.function = 'begins_now' and attname::text = any (g.columns)))
					)
			), excepted (what, function) as (
				select * from unnest('{${Object.keys(setAtFirst).join()}}'::text[], '{${Object.values(setAtFirst).join()}}'::text[])
			), harmless (what) as (select unnest('{${Object.keys(mayComeAlong).join()}}'::text[]))
			select o.what from open o where o.what not in (select h.what from harmless h) and not exists (
				select from excepted e join guards g on g.relation = o.relation and g.function = e.function where e.what = o.what
			)
			union all
			select e.what from (select what from excepted union all select what from harmless) e
			where e.what not in (select o.what from open o)`,
		brokenBy: `alter table public.scale add column sent_at timestamptz`,
	},
	{
		// Where somebody may update some columns, what keeps the others must not rest on grants alone: a server that gives
		// every right away would have them move. An exception that is none any more is found too.
		says: 'a column that nobody may update has a second guard: stays, stamps, keep_from_api or a stamp of its own',
		query: `
			with guards (relation, function, columns) as (
				select tgrelid, proname, string_to_array(encode(tgargs, 'escape'), '\\000')
				from pg_trigger join pg_proc p on p.oid = tgfoid
				-- For each row, before an update.
				where tgtype & 19 = 19 and tgenabled <> 'D'
			), open (what, relation) as (
				select c.oid::regclass || '.' || attname, c.oid
				from pg_class c join pg_attribute on attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = ''
				where relnamespace::regnamespace::text in ${ours} and relkind in ('r', 'p')
					and exists (select from pg_policy where polrelid = c.oid and polcmd = 'w')
					and not has_column_privilege('authenticated', c.oid, attnum, 'update')
					and not exists (
						select from guards g where g.relation = c.oid and attname::text = any (g.columns)
							and g.function in ('stays', 'stamps', 'keep_from_api')
					)
			), excepted (what, function) as (
				select * from unnest('{${Object.keys(stamped).join()}}'::text[], '{${Object.values(stamped).join()}}'::text[])
			)
			select o.what from open o where not exists (
				select from excepted e join guards g on g.relation = o.relation and g.function = e.function where e.what = o.what
			)
			union all
			select e.what from excepted e where e.what not in (select o.what from open o)`,
		brokenBy: `alter table public.person add column nickname text`,
	},
];
