-- Dates that were ahead when they were set and have gone by since. The triggers on goal rightly refuse a date in the
-- past, and nothing but the passing of time gets one there. session_replication_role = replica lets one update past
-- them: the superuser of the embedded database may set it, and so may postgres on hosted Supabase (which lets the
-- statement SET through, not the function set_config). It ends with the transaction; the block sets it back itself.
do $$
begin
	set local session_replication_role = replica;
	update public.goal g set due_on = pg_temp.day(past.days)
	from (values
		-- Not done yet: Amira's call to the health centre.
		('a211', -9),
		-- Done in time.
		('a11', -150),
		('a221', -20),
		('a32', -60),
		('a41', -80),
		('b11', -30),
		('b211', -45)
	) as past (id, days)
	where g.id = pg_temp.id('goal', past.id);
	set local session_replication_role = origin;
end
$$;
