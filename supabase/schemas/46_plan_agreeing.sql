-- A plan is agreed by a parent as it was read, and whoever else of the family is old enough says yes to it (P7).

create function public.plan_as_read(family uuid) returns text
language sql stable set search_path = ''
as $$
	select encode(sha256(convert_to(coalesce(jsonb_agg(jsonb_build_array(
		g.id, g.title, g.life_area, g.sign, g.due_on, g.done_at is not null
	) order by g.id), '[]')::text, 'UTF8')), 'hex')
	from public.plan l
	join public.goal g on g.plan_id = l.id and g.family_id = l.family_id
	left join public.goal p on p.id = g.parent_id
	left join public.goal pp on pp.id = p.parent_id
	where l.family_id = plan_as_read.family and l.ended_at is null
		and g.removed_at is null and p.removed_at is null and pp.removed_at is null
$$;
comment on function public.plan_as_read(uuid) is
	'What a family''s plan says now, as a fingerprint: who agrees says by it what they have read. Another place among siblings is no other plan. Asks as who asks: row security decides.';
grant execute on function public.plan_as_read(uuid) to authenticated;

create function public.agree_plan(
	version uuid, family uuid, present uuid[], as_read text, meeting uuid default null
) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	there uuid[] := array(select distinct p from unnest(present || private.uid()) p where p is not null order by p);
	given constant text := encode(sha256(convert_to(
		jsonb_build_array(agree_plan.family, there, agree_plan.as_read, agree_plan.meeting)::text, 'UTF8'
	)), 'hex');
	made public.plan_version;
	goals bigint;
	says text;
begin
	-- Two who agree at the same moment wait here for each other, and for whoever moves a goal or is put out of the family.
	perform from public.person p where p.id = any (there) order by p.id for key share;
	perform from public.family f where f.id = agree_plan.family for no key update;
	if (agree_plan.family = any (private.my_households())) is not true then
		raise exception 'not yours to agree' using errcode = '42501';
	end if;
	-- The id of another family's version is refused by the insert (plan_version_pkey), after everything else.
	select * into made from public.plan_version v
	where v.id = agree_plan.version and v.family_id = agree_plan.family;
	if found then
		if made.agreed_by is distinct from private.uid() or made.made_as is distinct from given then
			perform private.refuse('made_already', 'the id stands for something else');
		end if;
		return;
	end if;
	if exists (
		select from unnest(there) p
		where not exists (
			select from private.plan_access a where a.person_id = p and a.family_id = agree_plan.family
		)
	) then
		perform private.refuse('agreed_by_who_sees_the_plan', 'somebody is neither in the family nor in its team');
	end if;
	if agree_plan.meeting is not null and not exists (
		select from public.meeting m
		where m.id = agree_plan.meeting and m.family_id = agree_plan.family and m.cancelled_at is null
			and m.starts_at <= now() and m.starts_at > now() - interval '30 days'
	) then
		perform private.refuse('agreed_at_a_meeting_that_was', 'it has not begun, was cancelled, or is long ago');
	end if;
	insert into public.plan_version (id, plan_id, family_id, number, agreed_by, meeting_id, made_as)
	select agree_plan.version, p.id, p.family_id,
		1 + (select count(*) from public.plan_version v where v.plan_id = p.id), private.uid(), agree_plan.meeting, given
	from public.plan p where p.family_id = agree_plan.family and p.ended_at is null;
	if not found then
		perform private.refuse('plan_is_open', 'the plan has ended, and stays as it is');
	end if;
	-- Kept and compared in one statement, which sees the plan as it was at one moment: somebody may be writing in it now.
	with agreed as (
		-- The steps of a goal that was taken off the plan are off too.
		insert into public.plan_version_goal
			(version_id, family_id, goal_id, wording, life_area, sign, due_on, position, done_at)
		select agree_plan.version, g.family_id, g.id,
			(select max(w.number) from public.goal_wording w where w.goal_id = g.id),
			g.life_area, g.sign, g.due_on, g.position, g.done_at
		from public.plan_version v
		join public.goal g on g.plan_id = v.plan_id
		left join public.goal p on p.id = g.parent_id
		left join public.goal pp on pp.id = p.parent_id
		where v.id = agree_plan.version and g.removed_at is null and p.removed_at is null and pp.removed_at is null
		returning goal_id
	)
	select count(*), public.plan_as_read(agree_plan.family) into goals, says from agreed;
	if goals = 0 then
		perform private.refuse('plan_says_something', 'there is nothing in the plan to agree on');
	end if;
	-- Nobody agrees to what they have not read: whatever was changed, added or taken off since is read first.
	if agree_plan.as_read is distinct from says then
		perform private.refuse('plan_is_as_it_was_read', 'the plan has been changed since it was read');
	end if;
	insert into public.plan_version_person (version_id, family_id, person_id, voice)
	select agree_plan.version, a.family_id, a.person_id, a.side::text::public.voice
	from private.plan_access a where a.family_id = agree_plan.family and a.person_id = any (there);
end
$$;
comment on function public.agree_plan(uuid, uuid, uuid[], text, uuid) is
	'A parent says that the plan, as it stands now and was read (as_read: what plan_as_read said of it), is agreed, who was there, and at which meeting of the last 30 days, if it was at one. Kept as a version under the id the form brings: the same again is one version.';
grant execute on function public.agree_plan(uuid, uuid, uuid[], text, uuid) to authenticated;

create function public.say_yes_to_plan(version uuid) returns void
language plpgsql volatile security definer set search_path = ''
as $$
declare
	asked public.plan_version;
begin
	-- Whoever is leaving the family at this moment says nothing for it any more.
	perform from public.person p where p.id = private.uid() for key share;
	perform from public.family f
	where f.id = (select v.family_id from public.plan_version v where v.id = say_yes_to_plan.version) for no key update;
	select v.* into asked from public.plan_version v
	join public.member m on m.family_id = v.family_id and m.person_id = private.uid() and m.left_at is null
	where v.id = say_yes_to_plan.version and private.speaks_alone(m);
	if not found then
		raise exception 'not yours to say yes to' using errcode = '42501';
	end if;
	if asked.agreed_by = private.uid() or exists (
		select from public.plan_version_yes y where y.version_id = asked.id and y.person_id = private.uid()
	) then
		return;
	end if;
	if exists (
		select from public.plan_version v where v.plan_id = asked.plan_id and v.number > asked.number
	) then
		perform private.refuse('yes_to_the_newest', 'the plan has been agreed anew since');
	end if;
	insert into public.plan_version_yes (version_id, family_id, person_id)
	values (asked.id, asked.family_id, private.uid());
end
$$;
comment on function public.say_yes_to_plan(uuid) is
	'A member of the family who is 15 or older, or a grown-up, says yes too to the plan that was agreed last. Said twice it is one yes.';
grant execute on function public.say_yes_to_plan(uuid) to authenticated;
