-- The Holms agreed their plan after the network meeting two months ago, when Amira said her goal in another way. Emil
-- said yes to it himself the day after.

insert into public.plan_version (id, plan_id, family_id, number, agreed_by, agreed_at, meeting_id)
select pg_temp.id('plan_version', 'a1'), p.id, p.family_id, 1, pg_temp.person('Amira'), pg_temp.moment(-58, '19:45'),
	pg_temp.id('meeting', 'a3')
from public.plan p where p.family_id = pg_temp.id('family', 'a');

insert into public.plan_version_goal
	(version_id, family_id, goal_id, wording, life_area, sign, due_on, position, done_at)
select v.id, g.family_id, g.id,
	(select max(w.number) from public.goal_wording w where w.goal_id = g.id and w.said_at <= v.agreed_at),
	g.life_area, g.sign,
	-- One date has been given anew since.
	case when g.id = pg_temp.id('goal', 'a13') then pg_temp.day(-10) else g.due_on end, g.position,
	case when g.done_at <= v.agreed_at then g.done_at end
from public.plan_version v join public.goal g on g.plan_id = v.plan_id and g.created_at <= v.agreed_at;

update public.goal set changed_at = pg_temp.moment(-12, '20:10') where id = pg_temp.id('goal', 'a13');

insert into public.plan_version_person (version_id, family_id, person_id, voice)
select v.id, v.family_id, pg_temp.person(t.first_name), t.voice::public.voice
from public.plan_version v, (values
	('Amira', 'family'), ('Emil', 'family'), ('Mette', 'team'), ('Jonas', 'team'), ('Yusuf', 'team')
) as t (first_name, voice);

insert into public.plan_version_yes (version_id, family_id, person_id, said_at)
select v.id, v.family_id, pg_temp.person('Emil'), pg_temp.moment(-57, '16:30') from public.plan_version v;
