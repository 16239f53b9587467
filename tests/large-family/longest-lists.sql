-- More of everything that grows one by one than the API hands out of one answer (1,000), beside the large family: one
-- professional in 1,100 teams, coordinator of each; another who is asked by each of these families; 1,100 open
-- invitations into the large family, and as many of colleagues; 900 meetings ahead; 1,100 coordinators and colleagues the family had, each of
-- whom it said no to. One of the others has a plan that is full (600 goals and steps). And 150 families who took part seven times each, with six around each of them.

insert into public.family (id, municipality_id, name)
	select md5('long family ' || n)::uuid, md5('large municipality')::uuid, 'Lange ' || lpad(n::text, 4, '0')
	from generate_series(1, 1100) n;
insert into public.enrolment (id, family_id, municipality_id, visited_on)
	select gen_random_uuid(), md5('long family ' || n)::uuid, md5('large municipality')::uuid, private.today() - 1
	from generate_series(1, 1100) n;
insert into public.member (id, family_id, person_id, role)
	values (gen_random_uuid(), md5('long family 1')::uuid, md5('large partner')::uuid, 'parent');
insert into public.goal (id, family_id, title, position, created_by)
	select gen_random_uuid(), md5('long family 1')::uuid, 'Nr. ' || n, n, md5('large partner')::uuid
	from generate_series(1, 600) n;
insert into public.enrolment (id, family_id, municipality_id, visited_on, ended_on)
	select gen_random_uuid(), md5('large family ' || n)::uuid, md5('large municipality')::uuid,
		private.today() - 2000 - time * 10, private.today() - 2000 - time * 10
	from generate_series(2, 150) n, generate_series(1, 6) time;
insert into public.person (id, name)
	select md5('long professional ' || n)::uuid, 'Kollega ' || lpad(n::text, 4, '0') from generate_series(1, 1100) n;
insert into public.job (id, person_id, organisation_id, municipality_id, profession)
	select md5('long job ' || n)::uuid, md5('long professional ' || n)::uuid, md5('large organisation')::uuid,
		md5('large municipality')::uuid, 'Vejleder'
	from generate_series(1, 1100) n;
insert into public.invitation (id, municipality_id, family_id, invitee_name, member_role, born_on, invited_by)
	select md5('long invitation ' || n)::uuid, md5('large municipality')::uuid, md5('large family')::uuid, 'Gæst nr. ' || n,
		'relative', '1980-01-01', md5('large professional 10')::uuid
	from generate_series(1, 1100) n;
insert into public.invitation (id, municipality_id, organisation_id, invitee_name, profession, invited_by)
	select gen_random_uuid(), md5('large municipality')::uuid, md5('large organisation')::uuid, 'Ny ' || n, 'Vejleder',
		md5('large professional 10')::uuid
	from generate_series(1, 1100) n;
insert into public.coordinator_choice
	(id, family_id, professional_id, job_id, profession, place, chosen_by, chosen_at, answered_at, answer, ended_at)
	select gen_random_uuid(), md5('large family')::uuid, md5('long professional ' || n)::uuid, md5('long job ' || n)::uuid,
		'Vejleder', 'Storby Kommune', md5('large parent')::uuid, now() - (1000 + n) * interval '1 day',
		now() - (1000 + n) * interval '1 day', 'accepted', now() - (999 + n) * interval '1 day'
	from generate_series(1, 1100) n;
insert into public.family_event (family_id, kind, happened_at, person_id, person_name, profession, place)
	select md5('large family')::uuid, 'left_team', now() - n * interval '1 minute', md5('long professional ' || n)::uuid,
		'Kollega ' || lpad(n::text, 4, '0'), 'Vejleder', 'Storby Kommune'
	from generate_series(1, 1100) n;
insert into public.meeting (id, family_id, kind, purpose, starts_at, ends_at, proposed_by)
	select gen_random_uuid(), md5('large family')::uuid, 'other', 'Langt fremme ' || n, now() + n * interval '1 day',
		now() + n * interval '1 day' + interval '1 hour', md5('large parent')::uuid
	from generate_series(1, 900) n;

-- What a trigger follows for each place in a team by itself is written at once.
set local session_replication_role = replica;
insert into public.team_member (id, family_id, professional_id, job_id)
	select md5('long team member ' || n)::uuid, md5('long family ' || n)::uuid, md5('large professional 1')::uuid, md5('large job 1')::uuid
	from generate_series(1, 1100) n
	union all
	select md5('long asked ' || n)::uuid, md5('long family ' || n)::uuid, md5('large professional 2')::uuid, md5('large job 2')::uuid
	from generate_series(1, 1100) n
	union all
	select gen_random_uuid(), md5('large family ' || n)::uuid, md5('long professional ' || one)::uuid, md5('long job ' || one)::uuid
	from generate_series(2, 150) n, generate_series(1, 7) one;
insert into private.plan_access (person_id, family_id, side)
	select t.professional_id, t.family_id, 'team' from public.team_member t where t.left_at is null
	on conflict do nothing;
insert into public.team_member (id, family_id, professional_id, job_id, joined_at, left_at, unwanted_at, profession, place)
	select gen_random_uuid(), md5('large family')::uuid, md5('long professional ' || n)::uuid, md5('long job ' || n)::uuid,
		now() - interval '30 days', now(), now() - n * interval '1 minute', 'Vejleder', 'Storby Kommune'
	from generate_series(1, 1100) n;
insert into public.coordinator_choice
	(id, family_id, professional_id, job_id, profession, place, chosen_at, answered_at, answer)
	select gen_random_uuid(), md5('long family ' || n)::uuid, md5('large professional 1')::uuid, md5('large job 1')::uuid,
		'Familiekonsulent', 'Storby Kommune', now() - interval '1 day', now() - interval '1 day', 'accepted'
	from generate_series(1, 1100) n;
insert into public.coordinator_choice (id, family_id, professional_id, job_id, profession, place, chosen_by, chosen_at)
	select md5('long question ' || n)::uuid, md5('long family ' || n)::uuid, md5('large professional 2')::uuid, md5('large job 2')::uuid,
		'Familiekonsulent', 'Storby Kommune', md5('large parent')::uuid, now() - n * interval '1 minute'
	from generate_series(1, 1100) n;
-- Two at home in each, who come with the first ten.
insert into public.member (id, family_id, person_id, role)
	select gen_random_uuid(), md5('long family ' || n)::uuid, md5('large child ' || one)::uuid, 'child'
	from generate_series(1, 1100) n, generate_series(3, 6) one;
set local session_replication_role = origin;
