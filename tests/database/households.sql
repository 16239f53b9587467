-- Many families at once, for the plans of queries and the bench. Placeholders: :municipalities, :families,
-- :professionals (a multiple of :municipalities, so that teams stay within one), :ratings (per parent).
-- A family has a parent and a child, a team of three whose first is the coordinator, and everything a year brings.

-- Neither triggers nor foreign keys: the rows fit by construction, and there are millions of them.
set session_replication_role = replica;

create function pg_temp.id(kind text, n bigint) returns uuid
language sql immutable as $$ select md5(kind || ' ' || n)::uuid $$;

insert into public.municipality (id, name)
select pg_temp.id('municipality', n), 'Kommune ' || n from generate_series(0, :municipalities - 1) n;

insert into public.person (id, name)
select pg_temp.id(kind, n), kind || ' ' || n
from unnest(array['parent', 'child']) kind, generate_series(0, :families - 1) n
union all
select pg_temp.id('professional', n), 'professional ' || n from generate_series(0, :professionals - 1) n;

insert into public.birth (person_id, born_on)
select id, '2012-01-01' from public.person where name like 'child %';

insert into public.organisation (id, municipality_id, kind, name)
select pg_temp.id('organisation', n), pg_temp.id('municipality', n), 'municipality', 'Kommune ' || n
from generate_series(0, :municipalities - 1) n;

insert into public.job (id, person_id, organisation_id, municipality_id, profession)
select pg_temp.id('job', n), pg_temp.id('professional', n), pg_temp.id('organisation', n % :municipalities),
	pg_temp.id('municipality', n % :municipalities), 'Lærer'
from generate_series(0, :professionals - 1) n;

insert into public.family (id, municipality_id, name)
select pg_temp.id('family', n), pg_temp.id('municipality', n % :municipalities), 'Familie ' || n
from generate_series(0, :families - 1) n;

insert into public.member (id, family_id, person_id, role)
select pg_temp.id('member ' || kind, n), pg_temp.id('family', n), pg_temp.id(kind, n), kind::public.member_role
from unnest(array['parent', 'child']) kind, generate_series(0, :families - 1) n;

insert into public.team_member (id, family_id, professional_id, job_id)
select pg_temp.id('team ' || seat, n), pg_temp.id('family', n),
	pg_temp.id('professional', (n + seat * :municipalities) % :professionals),
	pg_temp.id('job', (n + seat * :municipalities) % :professionals)
from generate_series(0, 2) seat, generate_series(0, :families - 1) n;

insert into private.plan_access (person_id, family_id, side) select person_id, family_id, side from private.plan_seer;

insert into public.coordinator_choice
	(id, family_id, professional_id, job_id, profession, place, chosen_by, answer, answered_at, ended_at)
select pg_temp.id('choice ' || seat, n), pg_temp.id('family', n),
	pg_temp.id('professional', (n + seat * :municipalities) % :professionals),
	pg_temp.id('job', (n + seat * :municipalities) % :professionals), 'Lærer', 'Skolen',
	pg_temp.id('parent', n), 'accepted', now(), case when seat > 0 then now() end
from generate_series(0, 1) seat, generate_series(0, :families - 1) n;

insert into public.coordinator_message (choice_id, family_id, professional_id, words)
select id, family_id, professional_id, 'Det vil jeg gerne' from public.coordinator_choice;

insert into public.plan (id, family_id)
select pg_temp.id('plan', n), pg_temp.id('family', n) from generate_series(0, :families - 1) n;

insert into public.goal (id, family_id, plan_id, about_id, title, position, created_by, changed_at)
select pg_temp.id('goal ' || i, n), pg_temp.id('family', n), pg_temp.id('plan', n), case when i % 2 = 0 then pg_temp.id('child', n) end,
	'Mål ' || i, i, pg_temp.id('parent', n), now() - (n * 10 + i) % 365 * interval '1 day'
from generate_series(0, 9) i, generate_series(0, :families - 1) n;

insert into public.goal_wording (goal_id, number, family_id, about_id, words, said_by, said_at, voice)
select g.id, number, g.family_id, g.about_id, g.title, g.created_by, g.changed_at, 'family'
from generate_series(1, 2) number, public.goal g;

insert into public.plan_version (id, plan_id, family_id, number, agreed_by)
select pg_temp.id('version', n), pg_temp.id('plan', n), pg_temp.id('family', n), 1, pg_temp.id('parent', n)
from generate_series(0, :families - 1) n;

insert into public.plan_version_goal (version_id, family_id, goal_id, wording, position)
select v.id, v.family_id, g.id, 2, g.position from public.plan_version v join public.goal g using (family_id);

insert into public.plan_version_person (version_id, family_id, person_id, voice)
select id, family_id, agreed_by, 'family' from public.plan_version;

insert into public.plan_version_yes (version_id, family_id, person_id)
select v.id, v.family_id, m.person_id from public.plan_version v join public.member m using (family_id)
where m.person_id <> v.agreed_by;

insert into public.goal_progress (id, goal_id, family_id, about_id, noted_by, noted_at, score)
select gen_random_uuid(), g.id, g.family_id, g.about_id, g.created_by, now() - i * interval '30 days', i
from generate_series(0, 2) i, public.goal g;

insert into public.plan_visit (person_id, family_id)
select person_id, family_id from public.member;

insert into public.meeting (id, family_id, about_id, purpose, starts_at, ends_at, created_at, proposed_by)
select pg_temp.id('meeting ' || i, n), pg_temp.id('family', n), case when i % 2 = 0 then pg_temp.id('child', n) end,
	'Status', now() - i * interval '60 days', now() - i * interval '60 days' + interval '1 hour',
	now() - i * interval '60 days', pg_temp.id('parent', n)
from generate_series(0, 5) i, generate_series(0, :families - 1) n;

insert into public.meeting_place (meeting_id, family_id, place)
select id, family_id, 'Skolen' from public.meeting;

insert into public.meeting_attendee (meeting_id, person_id, family_id)
select m.id, x.person_id, m.family_id from public.meeting m join public.member x using (family_id);

insert into public.agenda_point (id, meeting_id, family_id, author_id, wording, from_family)
select gen_random_uuid(), id, family_id, proposed_by, 'Et punkt', true from public.meeting;

insert into public.offer (id, municipality_id, title, description, provider, provider_kind, place, contact)
select pg_temp.id('offer ' || i, n), pg_temp.id('municipality', n), 'Tilbud ' || i, 'Noget at lave', 'Byen',
	'municipality', 'Byen', '70 00 00 00'
from generate_series(0, 99) i, generate_series(0, :municipalities - 1) n;

insert into public.family_offer (id, family_id, offer_id, municipality_id, suggested_by)
select gen_random_uuid(), pg_temp.id('family', n), pg_temp.id('offer ' || i, n % :municipalities),
	pg_temp.id('municipality', n % :municipalities), pg_temp.id('parent', n)
from generate_series(0, 2) i, generate_series(0, :families - 1) n;

insert into public.scale (id, person_id, kind, name, low_words, high_words)
select gen_random_uuid(), person_id, 'mental', 'Ro', 'Ingen', 'Meget' from public.member;

insert into public.rating (id, person_id, topic, answers, rated_at, received_at)
select gen_random_uuid(), person_id, 'ladder', array[i % 11], at, at
from generate_series(0, :ratings - 1) i, public.member, lateral (select now() - i * interval '7 days' as at) moment
where role = 'parent';

insert into public.rating_draft (person_id, topic, answers)
select person_id, 'ladder', '{5}' from public.member;

insert into public.share (id, owner_id, topic, professional_id, valid_until)
select gen_random_uuid(), m.person_id, topic, t.professional_id, private.today() + 90
from public.member m join public.team_member t using (family_id),
	unnest(array['ladder', 'who5']::public.rating_topic[]) topic
where m.role = 'parent';

insert into public.access_log
	(reading_id, owner_id, reader_id, job_id, share_id, family_id, topic, as_coordinator, profession, place, answers_read)
select gen_random_uuid(), s.owner_id, s.professional_id, j.id, s.id, m.family_id, s.topic, true, 'Lærer', 'Skolen', 1
from public.share s join public.member m on m.person_id = s.owner_id
join public.job j on j.person_id = s.professional_id, generate_series(1, 3);

insert into public.identity (provider, subject, person_id)
select 'mitid', id, id from public.person;

insert into public.session (id, person_id, own_device, idle_limit, expires_at)
select id, id, true, '7 days', now() + interval '30 days' from public.person;

insert into private.session_secret (session_id, secret_hash)
select id, md5(id::text) || md5(id::text) from public.session;

insert into public.invitation (id, municipality_id, family_id, invitee_name, member_role, invited_by)
select f.id, f.municipality_id, f.id, 'Nogen', 'relative', t.professional_id
from public.family f join public.team_member t on t.family_id = f.id and t.id = pg_temp.id('team 0', substring(f.name from 9)::bigint);

insert into private.invitation_code (invitation_id, code_hash)
select id, md5(id::text) || md5('x' || id::text) from public.invitation;

set session_replication_role = default;
analyze;
