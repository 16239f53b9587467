-- What makes lists of the large family longer than is shown: 104 choices of sharing that are over, 101 questions to
-- the same coordinator, 230 points on one agenda, 201 goals in the other home of a child, and 1,060 more meetings that
-- have been, 61 of them at the same moment: those about the 900th. 50 are in the other home. And one goal said in 46 ways.

insert into public.share (id, owner_id, topic, professional_id, valid_until, created_at, withdrawn_at, ended_as)
	select gen_random_uuid(), md5('large parent')::uuid, 'ladder', md5('large professional 1')::uuid,
		private.today() + 60, now(), now(), 'withdrawn'
	from generate_series(1, 101);
insert into public.share (id, owner_id, topic, professional_id, valid_until, created_at)
	select gen_random_uuid(), md5('large parent')::uuid, topic, md5('large professional 1')::uuid,
		private.today() - 400, now() - interval '500 days'
	from unnest('{scale,smiley}'::public.rating_topic[]) topic;
insert into public.coordinator_choice
	(id, family_id, professional_id, job_id, chosen_by, chosen_at, answered_at, answer, ended_at)
	select gen_random_uuid(), md5('large family')::uuid, md5('large professional 2')::uuid, md5('large job 2')::uuid,
		md5('large parent')::uuid, now() - n * interval '1 day', now() - n * interval '1 day', 'declined', null
	from generate_series(1, 101) n;
insert into public.agenda_point (id, meeting_id, family_id, author_id, from_family, wording, created_at)
	select gen_random_uuid(), md5('large meeting 300')::uuid, md5('large family')::uuid,
		case when n > 29 then md5('large parent') else md5('large professional 1') end::uuid, n > 29, 'Punkt ' || n,
		now() - interval '1 day' + n * interval '1 second'
	from generate_series(1, 230) n;
insert into public.member (id, family_id, person_id, role)
	values (gen_random_uuid(), md5('large family 2')::uuid, md5('large child 1')::uuid, 'child');
insert into public.goal (id, family_id, about_id, title, position, created_by)
	select gen_random_uuid(), md5('large family 2')::uuid, md5('large child 1')::uuid, 'Mål ' || n, n,
		md5('large professional 10')::uuid
	from generate_series(1, 201) n;
insert into public.meeting (id, family_id, kind, purpose, starts_at, ends_at, created_at, proposed_by)
	select gen_random_uuid(), md5('large family')::uuid, 'network', 'Før ' || n, now() - n * interval '1 day',
		now() - n * interval '1 day' + interval '1 hour', now() - (n + 9) * interval '1 day', md5('large parent')::uuid
	from generate_series(1, 950) n;
insert into public.meeting (id, family_id, kind, purpose, starts_at, ends_at, created_at, proposed_by)
	select gen_random_uuid(), md5('large family')::uuid, 'other', 'Samtidig ' || n,
		now() - interval '770 days', now() - interval '770 days' + interval '1 hour',
		now() - interval '779 days', md5('large parent')::uuid
	from generate_series(1, 60) n;
insert into public.meeting (id, family_id, about_id, kind, purpose, starts_at, ends_at, created_at, proposed_by)
	select gen_random_uuid(), md5('large family 2')::uuid, md5('large child 1')::uuid, 'network', 'Der ' || n,
		now() - n * interval '1 day', now() - n * interval '1 day' + interval '1 hour',
		now() - (n + 9) * interval '1 day', md5('large professional 10')::uuid
	from generate_series(801, 850) n;
insert into public.goal_wording (goal_id, number, family_id, words, said_by, said_at, voice)
	select goal_id, last + n, md5('large family')::uuid, 'Sagt ' || 1 + n, md5('large parent')::uuid,
		now() - interval '1 day' + n * interval '1 minute', 'family'
	from (
		select goal_id, max(number) as last from public.goal_wording where goal_id = md5('large goal 1')::uuid group by 1
	) so_far, generate_series(1, 45) n;
