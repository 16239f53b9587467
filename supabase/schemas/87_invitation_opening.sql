-- Opening an invitation with its code: what it says, and whether it waits for or is meant for whoever is signed in.

create function public.open_invitation(code_hash text) returns json
language sql stable security definer set search_path = ''
as $$
	select case
		when now.state = 'open' then json_build_object(
			'id', i.id,
			'invitee_name', i.invitee_name,
			'family_name', f.name,
			'municipality_name', m.name,
			'member_role', i.member_role,
			'stage', case when i.born_on is not null then private.stage_on(i.member_role, i.born_on, private.today()) end,
			'profession', i.profession,
			'organisation_name', o.name,
			'inviter_name', p.name,
			'inviter_profession', (
				select string_agg(j.profession, ', ' order by j.started_at, j.id) from public.job j
				where j.person_id = i.invited_by and j.municipality_id = i.municipality_id and j.left_at is null
			),
			'expires_at', i.expires_at,
			'state', now.state
		)
		-- Whose it was, and into what, is told while it opens something.
		else json_build_object('state', now.state)
	end
	from private.invitation_code c
	join public.invitation i on i.id = c.invitation_id
	join public.municipality m on m.id = i.municipality_id
	left join public.person p on p.id = i.invited_by
	left join public.organisation o on o.id = i.organisation_id
	left join public.family f on f.id = i.family_id
	cross join lateral (
		select case
			when i.accepted_at is not null then 'accepted'
			when i.inviter_left then 'inviterLeft'
			when i.revoked_at is not null then 'revoked'
			when i.expires_at <= now() then 'expired'
			when private.waits_for_family(i) then 'waits'
			else 'open'
		end as state
	) now
	where c.code_hash = open_invitation.code_hash
$$;
comment on function public.open_invitation(text) is 'Who invites, into what, for whoever holds the code; null for an unknown code.';
grant execute on function public.open_invitation(text) to session_keeper;

create function public.invitation_and_me(code_hash text) returns table (
	waits_for_me boolean, is_not_for uuid[], in_another_name uuid[], waits_for_my_parent boolean
)
language plpgsql stable security definer set search_path = ''
as $$
begin
	return query select
		private.waits_for_family(i) and i.invited_by <> private.uid()
			and i.family_id = any ((select private.my_households())::uuid[]) and private.decides_as_parent(i.family_id),
		case when private.waits_for_family(i) then '{}' else array(
			select mine.id from unnest((select private.my_children() || private.uid())::uuid[]) mine (id)
			where private.belongs_there(mine.id, i) or private.sits_across(mine.id, i)
			order by mine.id
		) end,
		case when private.waits_for_family(i) then '{}' else array(
			select mine.id from unnest((select private.my_children() || private.uid())::uuid[]) mine (id)
			where private.is_in_another_name(i, mine.id)
			order by mine.id
		) end,
		not private.waits_for_family(i) and private.waits_for_home(private.uid(), i)
	from public.invitation i join private.invitation_code c on c.invitation_id = i.id
	where c.code_hash = invitation_and_me.code_hash
		and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
	order by i.id limit 1;
end
$$;
comment on function public.invitation_and_me(text) is
	'To who is signed in and holds the code of an invitation: whether it waits for a yes of theirs, and, once it opens, who of them and their children it is not for, because they are there already, in its team or wrote it, who of them it is in no name of, and whether a parent opens it for them; the joining refuses them the same.';
grant execute on function public.invitation_and_me(text) to authenticated;
