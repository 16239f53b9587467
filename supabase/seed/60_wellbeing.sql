-- How people say they are. Amira's WHO-5 rises from 32 to 52 over eight months, not in a straight line.
-- All at hours when somebody would answer, and answered some seconds before it was received.

insert into public.scale (id, person_id, kind, name, low_words, high_words, created_at)
select pg_temp.id('scale', s.id), pg_temp.person(s.name), s.kind::public.scale_kind, s.title, s.low_words, s.high_words,
	pg_temp.moment(s.days, s.clock::time)
from (values
	('a1', 'Amira', 'physical', 'Min ryg', 'Jeg kan ikke binde mine sko', 'Jeg tænker slet ikke på den', -240, '20:35'),
	('a2', 'Amira', 'mental', 'Overskud', 'Alt er for meget', 'Jeg gider finde på noget med børnene', -240, '20:38'),
	('a3', 'Emil', 'mental', 'Ro i hovedet', 'Tankerne kører rundt', 'Der er helt stille', -155, '21:05')
) as s (id, name, kind, title, low_words, high_words, days, clock);

insert into public.rating (id, person_id, topic, scale_id, answers, rated_at, received_at)
select pg_temp.id('rating', r.id), pg_temp.person(r.name), r.topic::public.rating_topic, pg_temp.id('scale', r.scale),
	r.answers::smallint[], pg_temp.moment(r.days, r.clock::time),
	pg_temp.moment(r.days, r.clock::time) + interval '4 seconds'
from (values
	('a101', 'Amira', 'who5', null, '{2,1,1,2,2}', -240, '20:30'),
	('a102', 'Amira', 'who5', null, '{2,2,1,2,2}', -209, '21:12'),
	('a103', 'Amira', 'who5', null, '{2,1,2,1,2}', -178, '20:48'),
	('a104', 'Amira', 'who5', null, '{2,2,2,2,2}', -149, '09:55'),
	('a105', 'Amira', 'who5', null, '{2,2,2,2,3}', -118, '20:20'),
	('a106', 'Amira', 'who5', null, '{2,2,2,1,3}', -88, '21:40'),
	('a107', 'Amira', 'who5', null, '{3,2,2,2,3}', -57, '20:15'),
	('a108', 'Amira', 'who5', null, '{3,2,3,2,3}', -26, '20:52'),
	('a111', 'Amira', 'ladder', null, '{3,5}', -240, '20:33'),
	('a112', 'Amira', 'ladder', null, '{4,5}', -149, '09:58'),
	('a113', 'Amira', 'ladder', null, '{4,6}', -57, '20:18'),
	('a114', 'Amira', 'ladder', null, '{5,7}', -12, '19:44'),
	('a121', 'Amira', 'scale', 'a1', '{2}', -240, '20:36'),
	('a122', 'Amira', 'scale', 'a1', '{2}', -178, '20:50'),
	('a123', 'Amira', 'scale', 'a1', '{4}', -118, '20:22'),
	('a124', 'Amira', 'scale', 'a1', '{3}', -88, '21:42'),
	('a125', 'Amira', 'scale', 'a1', '{4}', -26, '20:54'),
	('a131', 'Amira', 'scale', 'a2', '{3}', -240, '20:39'),
	('a132', 'Amira', 'scale', 'a2', '{3}', -178, '20:51'),
	('a133', 'Amira', 'scale', 'a2', '{4}', -118, '20:23'),
	('a134', 'Amira', 'scale', 'a2', '{5}', -57, '20:19'),
	('a135', 'Amira', 'scale', 'a2', '{5}', -26, '20:55'),

	('a201', 'Emil', 'who5', null, '{3,3,3,2,3}', -155, '21:00'),
	('a202', 'Emil', 'who5', null, '{3,2,3,2,3}', -101, '21:30'),
	('a203', 'Emil', 'who5', null, '{3,3,3,3,4}', -40, '20:10'),
	('a204', 'Emil', 'who5', null, '{4,3,3,3,4}', -10, '21:15'),
	('a211', 'Emil', 'scale', 'a3', '{4}', -155, '21:06'),
	('a212', 'Emil', 'scale', 'a3', '{4}', -101, '21:32'),
	('a213', 'Emil', 'scale', 'a3', '{6}', -40, '20:12'),
	('a214', 'Emil', 'scale', 'a3', '{7}', -10, '21:17'),

	('a301', 'Noah', 'smiley', null, '{2}', -66, '17:20'),
	('a302', 'Noah', 'smiley', null, '{3}', -52, '17:45'),
	('a303', 'Noah', 'smiley', null, '{2}', -38, '16:30'),
	('a304', 'Noah', 'smiley', null, '{4}', -31, '08:25'),
	('a305', 'Noah', 'smiley', null, '{3}', -20, '17:10'),
	('a306', 'Noah', 'smiley', null, '{5}', -13, '18:42'),
	('a307', 'Noah', 'smiley', null, '{4}', -3, '17:35'),

	('b101', 'Jesper', 'ladder', null, '{4,7}', -82, '21:50'),
	('b102', 'Jesper', 'ladder', null, '{5,7}', -16, '21:20'),
	('c101', 'Line', 'ladder', null, '{4,6}', -60, '13:05')
) as r (id, name, topic, scale, answers, days, clock);

-- Jesper was called away after two questions.
insert into public.rating_draft (person_id, topic, answers, changed_at) values
	(pg_temp.person('Jesper'), 'who5', '{2,3,null,null,null}', pg_temp.moment(-1, '21:35'));
