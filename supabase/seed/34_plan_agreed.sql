-- The Holms agreed their plan at the network meeting two months ago, when Amira said her goal in another way.

insert into public.plan_version (id, plan_id, family_id, number, agreed_by, agreed_at)
select pg_temp.id('plan_version', 'a1'), p.id, p.family_id, 1, pg_temp.person('Amira'), pg_temp.moment(-58, '19:45')
from public.plan p where p.family_id = pg_temp.id('family', 'a');

insert into public.plan_version_goal (version_id, family_id, goal_id, wording, sign, due_on, position, done_at)
select v.id, g.family_id, g.id,
	(select max(w.number) from public.goal_wording w where w.goal_id = g.id and w.said_at <= v.agreed_at),
	g.sign, g.due_on, g.position, case when g.done_at <= v.agreed_at then g.done_at end
from public.plan_version v join public.goal g on g.plan_id = v.plan_id and g.created_at <= v.agreed_at;

insert into public.plan_version_person (version_id, family_id, person_id, voice)
select v.id, v.family_id, pg_temp.person(t.first_name), t.voice::public.voice
from public.plan_version v, (values ('Amira', 'family'), ('Emil', 'family'), ('Noah', 'family'), ('Mette', 'team'))
	as t (first_name, voice);
