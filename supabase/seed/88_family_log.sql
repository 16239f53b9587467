-- Amira has been told that Mette came into the team, and thinks it is fine.
insert into public.event_seen (event_id, person_id)
select e.id, pg_temp.person('Amira') from public.family_event e
where e.family_id = pg_temp.id('family', 'a') and e.person_id = pg_temp.person('Mette')
order by e.happened_at limit 1;
