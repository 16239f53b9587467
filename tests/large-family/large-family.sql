-- One large family with everything years bring: 1,500 answers of one person shared with one professional, 400 notes
-- (the 200 newest on one goal), 300 meetings, 200 goals, 60 offers, 8 members, 10 professionals; and a municipality
-- with 150 families, 150 colleagues, 120 invitations, 1,100 offers and 300 reads of answers. The same rows every
-- time, in an empty database or beside the demo. A row is called by its name: md5('large parent') is its id
-- (idOf('large parent') of tests/policies/labels.ts).

insert into public.municipality (id, name) values (md5('large municipality')::uuid, 'Storby');

-- Who. 'large parent' answers and shares; 'large professional 1' is the coordinator, 'large professional 10' leads.
insert into public.person (id, name, created_at) values
	(md5('large parent')::uuid, 'Storm Stor', now() - interval '1501 days'),
	(md5('large partner')::uuid, 'Petra Stor', now() - interval '1501 days');
insert into public.person (id, name, created_at)
	select md5('large child ' || n)::uuid, 'Barn ' || n, now() - interval '1501 days' from generate_series(1, 6) n;
insert into public.birth (person_id, born_on) values
	(md5('large child 1')::uuid, private.today() - interval '11 years'),
	(md5('large child 2')::uuid, private.today() - interval '16 years');
insert into public.person (id, name)
	select md5('large professional ' || n)::uuid, 'Fagperson ' || lpad(n::text, 3, '0') from generate_series(1, 150) n;

insert into public.family (id, municipality_id, name)
	values (md5('large family')::uuid, md5('large municipality')::uuid, 'Familien Stor');
insert into public.family (id, municipality_id, name)
	select md5('large family ' || n)::uuid, md5('large municipality')::uuid, 'Familien ' || lpad(n::text, 3, '0')
	from generate_series(2, 150) n;
insert into public.enrolment (id, family_id, municipality_id, visited_on)
	values (md5('large enrolment')::uuid, md5('large family')::uuid, md5('large municipality')::uuid, private.today() - 1500);
insert into public.enrolment (id, family_id, municipality_id, visited_on)
	select md5('large enrolment ' || n)::uuid, md5('large family ' || n)::uuid, md5('large municipality')::uuid, private.today() - n
	from generate_series(2, 150) n;
insert into public.enrolment_tier (enrolment_id, family_id, tier, from_on)
	select e.id, e.family_id, 'stabilising', e.visited_on from public.enrolment e
	where e.municipality_id = md5('large municipality')::uuid;

insert into public.member (id, family_id, person_id, role, joined_at)
	select md5('large member ' || person)::uuid, md5('large family')::uuid, md5(person)::uuid, role::public.member_role, now() - interval '1500 days'
	from (values ('large parent', 'parent'), ('large partner', 'parent')) m (person, role)
	union all
	select md5('large member child ' || n)::uuid, md5('large family')::uuid, md5('large child ' || n)::uuid, 'child', now() - interval '1500 days'
	from generate_series(1, 6) n;

insert into public.organisation (id, municipality_id, kind, name)
	values (md5('large organisation')::uuid, md5('large municipality')::uuid, 'municipality', 'Storby Kommune');
insert into public.job (id, person_id, organisation_id, municipality_id, profession, helps_with, is_project_lead, started_at)
	select md5('large job ' || n)::uuid, md5('large professional ' || n)::uuid, md5('large organisation')::uuid,
		md5('large municipality')::uuid, 'Familiekonsulent', 'Overblik', n = 10, now() - interval '1501 days'
	from generate_series(1, 150) n;
insert into public.team_member (id, family_id, professional_id, job_id, joined_at)
	select md5('large team member ' || n)::uuid, md5('large family')::uuid, md5('large professional ' || n)::uuid,
		md5('large job ' || n)::uuid, now() - n * interval '1 day'
	from generate_series(1, 10) n;
insert into public.coordinator_choice (id, family_id, professional_id, job_id, chosen_by, chosen_at, answer, answered_at)
	values (
		md5('large choice')::uuid, md5('large family')::uuid, md5('large professional 1')::uuid, md5('large job 1')::uuid, md5('large parent')::uuid,
		now() - interval '900 days', 'accepted', now() - interval '899 days'
	);
insert into public.invitation
	(id, municipality_id, family_id, invitee_name, member_role, invited_by, created_at, expires_at)
	select md5('large invitation ' || n)::uuid, md5('large municipality')::uuid, md5('large family')::uuid, 'Gæst ' || n, 'relative',
		md5('large professional 10')::uuid,
		now() - n * interval '1 hour', now() + interval '14 days' - n * interval '1 hour'
	from generate_series(1, 120) n;

-- The plan: 20 goals of which 15 are walked, each with 9 steps. Goals 1 to 4 are not: the 200 newest notes are on the
-- first, the 200 older ones on the other three.
insert into public.goal (id, family_id, title, position, created_by, created_at, changed_at, done_at)
	select md5('large goal ' || n)::uuid, md5('large family')::uuid, 'Mål ' || n, n, md5('large parent')::uuid,
		now() - interval '1000 days', now() - interval '1000 days', case when n > 5 then now() - n * interval '10 days' end
	from generate_series(1, 20) n;
insert into public.goal (id, family_id, parent_id, title, position, created_by, created_at, changed_at)
	select md5('large step ' || n || '.' || step)::uuid, md5('large family')::uuid, md5('large goal ' || n)::uuid,
		'Skridt ' || n || '.' || step, step, md5('large parent')::uuid, now() - interval '999 days', now() - interval '999 days'
	from generate_series(1, 20) n, generate_series(1, 9) step;
insert into public.goal_progress (id, family_id, goal_id, noted_by, noted_at, note)
	select md5('large note ' || n)::uuid, md5('large family')::uuid,
		md5('large goal ' || case when n <= 200 then 1 else 2 + n % 3 end)::uuid,
		md5('large parent')::uuid, now() - n * interval '1 hour', 'Note ' || n
	from generate_series(1, 400) n;

-- 290 meetings that have been, one a week, and 10 ahead. Everybody is asked to each.
insert into public.meeting (id, family_id, kind, purpose, starts_at, ends_at, created_at, proposed_by)
	select md5('large meeting ' || n)::uuid, md5('large family')::uuid, 'network', 'Møde ' || n,
		now() + (n - 290.5) * interval '7 days', now() + (n - 290.5) * interval '7 days' + interval '1 hour',
		least(now(), now() + (n - 292.5) * interval '7 days'), md5('large parent')::uuid
	from generate_series(1, 300) n;
insert into public.meeting_place (meeting_id, family_id, place)
	select md5('large meeting ' || n)::uuid, md5('large family')::uuid, 'Rådhuset' from generate_series(1, 300) n;
insert into public.meeting_attendee (meeting_id, person_id, family_id)
	select md5('large meeting ' || n)::uuid, person_id, md5('large family')::uuid
	from generate_series(1, 300) n, (
		select person_id from public.member where family_id = md5('large family')::uuid
		union all select professional_id from public.team_member where family_id = md5('large family')::uuid
	) asked
on conflict do nothing;

-- Agreed once a month for 30 months, by everybody; how each goal would be seen was said in another way every time.
insert into public.plan_version (id, plan_id, family_id, number, agreed_by, agreed_at, meeting_id)
	select md5('large version ' || n)::uuid, p.id, p.family_id, n, md5('large parent')::uuid,
		now() - (31 - n) * interval '30 days', md5('large meeting ' || 290 - (30 - n) * 4)::uuid
	from generate_series(1, 30) n, public.plan p where p.family_id = md5('large family')::uuid;
insert into public.plan_version_goal (version_id, family_id, goal_id, wording, sign, position)
	select v.id, g.family_id, g.id, 1, 'Tegn ' || v.number, g.position
	from public.plan_version v join public.goal g on g.plan_id = v.plan_id
	where v.family_id = md5('large family')::uuid;
insert into public.plan_version_person (version_id, family_id, person_id, voice)
	select v.id, v.family_id, a.person_id, a.side::text::public.voice
	from public.plan_version v join private.plan_access a on a.family_id = v.family_id
	where v.family_id = md5('large family')::uuid;
insert into public.plan_version_yes (version_id, family_id, person_id)
	select v.id, v.family_id, md5('large partner')::uuid from public.plan_version v
	where v.family_id = md5('large family')::uuid;

-- The catalogue, and 60 offers of it with the family, of which 20 are suggested and not answered.
insert into public.offer (id, municipality_id, title, description, provider, provider_kind, place, contact, verified_on)
	select md5('large offer ' || n)::uuid, md5('large municipality')::uuid, 'Tilbud ' || lpad(n::text, 4, '0'), 'Fodbold og lektier for alle',
		'Storby Forening', 'association', 'Sted ' || n % 300, 'post@storby.example', private.today() - n % 200
	from generate_series(1, 1100) n;
insert into public.family_offer (id, family_id, offer_id, suggested_by, reason, state, created_at, answered_by, answered_at)
	select md5('large family offer ' || n)::uuid, md5('large family')::uuid, md5('large offer ' || n)::uuid, md5('large professional 1')::uuid,
		'Det kan være noget for jer',
		(case n % 3 when 0 then 'suggested' when 1 then 'started' else 'finished' end)::public.offer_state, now() - n * interval '1 day',
		case when n % 3 > 0 then md5('large parent')::uuid end, case when n % 3 > 0 then now() - n * interval '1 hour' end
	from generate_series(1, 60) n;

-- One answer a day, the oldest four years ago: four in five on WHO-5, the others on the ladder. Who has read them.
insert into public.rating (id, person_id, topic, answers, rated_at, received_at)
	select md5('large rating ' || n)::uuid, md5('large parent')::uuid,
		(case when n % 5 = 0 then 'ladder' else 'who5' end)::public.rating_topic,
		case when n % 5 = 0 then array[n % 11] else array[n % 6, 3, 3, 3, 3] end, now() - n * interval '1 day', now() - n * interval '1 day'
	from generate_series(1, 1500) n;
insert into public.share (id, owner_id, topic, professional_id, valid_until)
	select md5('large share ' || topic)::uuid, md5('large parent')::uuid, topic::public.rating_topic, md5('large professional 1')::uuid, private.today() + 60
	from unnest(array['who5', 'ladder']) topic;
insert into public.access_log
	(id, reading_id, owner_id, reader_id, job_id, share_id, family_id, topic, as_coordinator, profession, answers_read, read_at)
	select md5('large read ' || n)::uuid, md5('large reading ' || n)::uuid, md5('large parent')::uuid, md5('large professional 1')::uuid,
		md5('large job 1')::uuid, md5('large share who5')::uuid, md5('large family')::uuid, 'who5', true, 'Familiekonsulent', 3, now() - n * interval '1 hour'
	from generate_series(1, 300) n;

-- Signed in: a cookie that says 'large parent', 'large partner' or 'large professional 1' is that person.
insert into public.session (id, person_id, own_device, idle_limit, expires_at)
	select md5('large session ' || who)::uuid, md5(who)::uuid, false, '1 day', now() + interval '1 day'
	from unnest(array[
		'large parent', 'large partner', 'large child 1', 'large child 2',
		'large professional 1', 'large professional 2', 'large professional 10'
	]) who;
insert into private.session_secret (session_id, secret_hash)
	select md5('large session ' || who)::uuid, encode(sha256(convert_to(who, 'UTF8')), 'hex')
	from unnest(array[
		'large parent', 'large partner', 'large child 1', 'large child 2',
		'large professional 1', 'large professional 2', 'large professional 10'
	]) who;
