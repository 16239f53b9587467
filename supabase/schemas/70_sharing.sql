-- Sharing: person x topic x professional x until when (S2). The read, and who has read my answers, stand in
-- 71_sharing_reading.sql.

create type public.share_end as enum ('withdrawn', 'replaced', 'left');
comment on type public.share_end is
	'Why a choice ended before its day: the owner withdrew it, a new one took its place, or the professional left the team or the job, or the owner the family.';

create table public.share (
	id uuid primary key,
	owner_id uuid not null references public.person on delete cascade,
	topic public.rating_topic not null,
	professional_id uuid not null references public.person on delete cascade,
	profession text,
	valid_until date not null,
	created_at timestamptz not null default now(),
	withdrawn_at timestamptz,
	ended_as public.share_end,
	constraint share_end_has_its_reason check ((withdrawn_at is null) = (ended_as is null)),
	constraint share_is_of_one_owner unique (id, owner_id),
	constraint share_at_most_a_year check (valid_until <= private.danish_day(created_at) + 366)
);
comment on table public.share is 'One choice: this professional may read my answers on this topic until this day. Append-only but for withdrawing.';
comment on column public.share.profession is 'As what they were shown to the owner, who chose by that too; null: they were not asked.';
comment on column public.share.valid_until is 'The last day it holds, Danish time.';
comment on column public.share.withdrawn_at is 'Null while it holds. Takes effect at the very next read. Set by the database; ended_as says why.';
create index on public.share (owner_id, created_at desc);
create index on public.share (professional_id, owner_id) where withdrawn_at is null;
create index on public.share (professional_id);

create trigger begins_now before insert on public.share
	for each row execute function private.begins_now('created_at', 'withdrawn_at', 'ended_as');

create function private.replace_share() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Two presses at the same moment wait for each other here.
	perform from public.person p where p.id = new.owner_id for no key update;
	update public.share s set withdrawn_at = now(), ended_as = 'replaced'
	where s.owner_id = new.owner_id and s.professional_id = new.professional_id and s.topic = new.topic
		and s.id <> new.id and s.withdrawn_at is null
		and s.valid_until >= private.today();
	return null;
end
$$;
comment on function private.replace_share() is
	'A new choice takes the place of the former one, so that withdrawing it leaves no older one in force.';
-- By its name after share_with_somebody_around, which asks for the places: those before the people.
create trigger then_replace_share after insert on public.share for each row execute function private.replace_share();

create function private.share_with_somebody_around() returns trigger
language plpgsql security definer set search_path = ''
as $$
begin
	-- Who is leaving at this moment is waited for, and then is not around.
	perform from public.team_member t
	join public.member m on m.family_id = t.family_id and m.person_id = new.owner_id and m.left_at is null
	where t.professional_id = new.professional_id and t.left_at is null
	for share of t, m;
	if not found then
		perform private.refuse('share_with_somebody_around', 'shared with somebody who is in no team of the owner''s families');
	end if;
	if new.profession is not null and not exists (
		select from public.team_member t join public.job j on j.id = t.job_id
		join public.member m on m.family_id = t.family_id and m.person_id = new.owner_id and m.left_at is null
		where t.professional_id = new.professional_id and t.left_at is null and j.profession = new.profession
	) then
		perform private.refuse('changed_since', 'they are something else than when the form was drawn');
	end if;
	return null;
end
$$;
comment on function private.share_with_somebody_around() is
	'A choice begins with somebody in the team, also when one of the two leaves at the same moment, as what they were shown to the owner. Asked after row security.';
create trigger share_with_somebody_around after insert on public.share
	for each row when (new.withdrawn_at is null) execute function private.share_with_somebody_around();

create function private.end_shares_on_leaving() returns trigger
language plpgsql security definer set search_path = ''
as $$
declare
	owners uuid[];
	professionals uuid[];
begin
	if tg_table_name = 'member' then
		owners := array[new.person_id];
		professionals := array(select t.professional_id from public.team_member t where t.family_id = new.family_id);
	else
		owners := array(select m.person_id from public.member m where m.family_id = new.family_id);
		professionals := array[new.professional_id];
	end if;
	update public.share s set withdrawn_at = now(), ended_as = 'left'
	where s.owner_id = any (owners) and s.professional_id = any (professionals)
		and s.withdrawn_at is null and s.valid_until >= private.today()
		and not exists (
			select from public.team_member t
			join public.member m on m.family_id = t.family_id and m.person_id = s.owner_id and m.left_at is null
			where t.professional_id = s.professional_id and t.left_at is null
		);
	return null;
end
$$;
comment on function private.end_shares_on_leaving() is
	'Who leaves a team, or the job, reads nothing of its family any more, and of who leaves the family nobody around it does; the choices are not there again when somebody comes back. Unless the professional is in the team of another family of the owner.';
create trigger end_shares_on_leaving after update of left_at on public.team_member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.end_shares_on_leaving();
create trigger end_shares_on_leaving after update of left_at on public.member
	for each row when (old.left_at is null and new.left_at is not null)
	execute function private.end_shares_on_leaving();

create function private.stamp_share_end() returns trigger
language plpgsql set search_path = ''
as $$
begin
	if old.withdrawn_at is null and new.withdrawn_at is not null and new.ended_as is null then
		new.ended_as := 'withdrawn';
	end if;
	return new;
end
$$;
comment on function private.stamp_share_end() is 'What is ended without another reason was withdrawn.';
create trigger stamp_share_end before update on public.share
	for each row execute function private.stamp_share_end();
create trigger stamps before update on public.share for each row execute function private.stamps('withdrawn_at');
create trigger keep_from_api before update on public.share for each row
	execute function private.keep_from_api('ended_as');
create trigger stays before update on public.share for each row
	execute function private.stays('id', 'owner_id', 'topic', 'professional_id', 'profession', 'valid_until', 'created_at');

create function private.shared_ratings(
	owner uuid, shared_topic public.rating_topic, before timestamptz, before_id uuid, since date, most integer
)
returns table (
	rating_id uuid, owner_id uuid, topic public.rating_topic, scale_name text, low_words text, high_words text,
	answers smallint[], score smallint, rated_at timestamptz, place integer, of_all integer
)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query
		with theirs as (
			select r.*, row_number() over (order by r.rated_at desc, r.id)::integer as place
			from public.rating r
			where r.person_id = owner and r.topic = shared_topic
				and (before is null or r.rated_at < before or (r.rated_at = before and r.id > before_id))
		),
		newest as (select t.* from theirs t order by t.place limit most),
		-- What change is measured from is shown too, however old it is: of each scale among the newest.
		first as (
			select distinct on (t.scale_id) t.* from theirs t
			where before is null and t.rated_at >= since::timestamp at time zone 'Europe/Copenhagen'
				and exists (select from newest n where n.scale_id is not distinct from t.scale_id)
			order by t.scale_id, t.place desc limit most / 10 + 1
		),
		shown as (select * from newest union select * from first)
		select r.id, r.person_id, r.topic, s.name, s.low_words, s.high_words, r.answers, r.score, r.rated_at,
			r.place, (select count(*)::integer from theirs)
		from shown r left join public.scale s on s.id = r.scale_id
		order by r.place;
end
$$;
comment on function private.shared_ratings(uuid, public.rating_topic, timestamptz, uuid, date, integer) is
	'What a share of this topic shows, newest first: the newest answers (of those after this one in that order when given: several may be of one moment), and the first since a day, from which change is measured. place: its place among all of them, of_all: how many those are. The one definition behind both the preview and the read. Executable by nobody directly.';

create function public.preview_share(shared_topic public.rating_topic)
returns table (
	rating_id uuid, owner_id uuid, topic public.rating_topic, scale_name text, low_words text, high_words text,
	answers smallint[], score smallint, rated_at timestamptz, place integer, of_all integer
)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query
		select * from private.shared_ratings(
			private.uid(), shared_topic, null, null,
			(select min(public.enrolled_on(f)) from public.family f where f.id = any ((select private.my_families())::uuid[])), 200
		);
end
$$;
comment on function public.preview_share(public.rating_topic) is
	'My own answers, exactly as someone sees them with whom I share the topic: the newest 200 and the first since we were enrolled, newest first.';
grant execute on function public.preview_share(public.rating_topic) to authenticated;

-- Row security

alter table public.share enable row level security;
alter table public.share force row level security;
grant select, insert (id, owner_id, topic, professional_id, profession, valid_until), update (withdrawn_at)
	on public.share to authenticated;
create policy select_own on public.share for select to authenticated using (owner_id = (select private.uid()));
comment on policy select_own on public.share is 'I see what I share and shared.';
create policy select_shared on public.share for select to authenticated
	using (
		professional_id = (select private.uid()) and withdrawn_at is null
		and valid_until >= (select private.today())
		and owner_id = any ((select private.my_team_people())::uuid[])
	);
comment on policy select_shared on public.share is 'A professional sees that something is shared with them, while it is. Not the answers.';
create policy insert_own on public.share for insert to authenticated
	with check (
		owner_id = (select private.uid())
		and professional_id = any ((select private.my_family_professionals())::uuid[])
		and valid_until >= (select private.today())
	);
comment on policy insert_own on public.share is 'I share my own answers, with professionals around my family.';
create policy update_own on public.share for update to authenticated
	using (owner_id = (select private.uid()) and withdrawn_at is null and valid_until >= (select private.today()))
	with check (owner_id = (select private.uid()) and withdrawn_at is not null);
comment on policy update_own on public.share is 'I withdraw what holds; what has run out stays as it ended, and nothing is un-withdrawn.';
-- no delete: the choices stay as history
