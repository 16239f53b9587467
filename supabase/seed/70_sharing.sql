-- What Amira shares: the ladder with Mette, for three more months. She shared WHO-5 with Jonas once and took it back,
-- so nobody but herself sees it now. Mette has looked twice.

insert into public.share (id, owner_id, topic, professional_id, valid_until, created_at, withdrawn_at, ended_as) values
	(pg_temp.id('share', 'a1'), pg_temp.person('Amira'), 'who5', pg_temp.person('Jonas'),
		pg_temp.day(30), pg_temp.moment(-148, '20:40'), pg_temp.moment(-97, '21:05'), 'withdrawn'),
	(pg_temp.id('share', 'a2'), pg_temp.person('Amira'), 'ladder', pg_temp.person('Mette'),
		pg_temp.day(91), pg_temp.moment(-62, '20:25'), null, null);

insert into public.access_log
	(id, reading_id, owner_id, reader_id, job_id, share_id, family_id, topic, as_coordinator, profession, answers_read, read_at)
select pg_temp.id('access_log', l.id), pg_temp.id('access_log', l.id), pg_temp.person('Amira'), pg_temp.person('Mette'), pg_temp.id('job', 'e1'), pg_temp.id('share', 'a2'),
	pg_temp.id('family', 'a'), 'ladder', true, 'Sundhedsplejerske',
	(
		select count(*) from public.rating r
		where r.person_id = pg_temp.person('Amira') and r.topic = 'ladder' and r.rated_at < l.read_at
	),
	l.read_at
from (values
	('a1', pg_temp.workday_moment(-50, '10:35')),
	('a2', pg_temp.workday_moment(-8, '10:22'))
) as l (id, read_at);
