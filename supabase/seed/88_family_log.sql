-- Everybody has been told who came and left more than two weeks ago, and thinks it is fine.
insert into public.event_seen (event_id, person_id, seen_at)
select e.id, m.person_id, e.happened_at + interval '1 day'
from public.family_event e join public.member m on m.family_id = e.family_id and m.left_at is null
where e.happened_at < now() - interval '14 days' and m.joined_at < e.happened_at and m.person_id <> e.person_id;
insert into public.arrival_shown (event_id, person_id, shown_at)
select s.event_id, s.person_id, s.seen_at
from public.event_seen s
join public.family_event e on e.id = s.event_id and e.kind in ('joined', 'joined_team')
join public.member m on m.family_id = e.family_id and m.person_id = s.person_id and m.role = 'parent';
