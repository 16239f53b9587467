-- Meetings: what lies ahead and one that was, who comes and why, and what they want to talk about.
-- They stand on working days: a meeting counted to a Saturday is held on the Monday. One about Noah is at his mother's
-- home: his father sees that it is and when, and not where.

insert into public.meeting (id, family_id, about_id, kind, purpose, starts_at, ends_at, proposed_by, created_at)
select pg_temp.id('meeting', m.id), pg_temp.id('family', m.family), pg_temp.person(m.about),
	m.kind::public.meeting_kind, m.purpose, pg_temp.workday_moment(m.days, m.clock::time),
	pg_temp.workday_moment(m.days, m.clock::time) + make_interval(mins => m.minutes),
	pg_temp.person(m.proposed_by), pg_temp.workday_moment(m.made, '13:10')
from (values
	('a1', 'a', null, 'network', 'Vi ser på, hvordan det går hos jer, og hvem der gør hvad i den næste tid.',
		6, '14:30', 75, 'Mette', -18),
	('a2', 'a', 'Noah', 'follow_up', 'Vi følger op på Noahs morgener og på fodbold, så begge hans hjem ved det samme.',
		21, '15:30', 45, 'Mette', -14),
	('a3', 'a', null, 'network', 'Vi mødes om planen: hvad hjælper, og hvad skal vi lave om på?',
		-62, '14:30', 90, 'Mette', -80),
	('a4', 'a', 'Noah', 'other', 'Jonas viser Noah og Amira, hvordan de kan bruge dyrebogen derhjemme.',
		27, '16:00', 45, 'Amira', -18),
	('b1', 'b', null, 'pre_meeting', 'Vi hilser på hinanden, og Jesper fortæller, hvad han gerne vil have hjælp til.',
		9, '16:30', 60, 'Jesper', -12),
	('c1', 'c', null, 'follow_up', 'Vi drikker en kop kaffe og ser på, hvordan det går med mødregruppen.',
		4, '10:00', 60, 'Hanne', -16),
	('d1', 'd', null, 'follow_up', 'Vi ser på nætterne og aftaler de næste uger.',
		11, '13:00', 45, 'Karen', -12)
) as m (id, family, about, kind, purpose, days, clock, minutes, proposed_by, made);

insert into public.meeting_place (meeting_id, family_id, place, link, is_home)
select m.id, m.family_id, p.place, p.link, p.is_home
from (values
	('a1', 'Nørreby Skole, lokale 12. Gå ind ad den blå dør.', null, false),
	('a2', null, 'https://moede.egelund.example/noah', false),
	('a3', 'Nørreby Skole, lokale 12. Gå ind ad den blå dør.', null, false),
	('a4', 'Hjemme hos os: Lærkestien 8, 2. sal', null, true),
	('b1', 'Familiehuset i Egelund by, Søgade 4', null, false),
	('c1', 'Hjemme hos Line', null, true),
	('d1', 'Sundhedscentret i Strandby, 1. sal', null, false)
) as p (meeting, place, link, is_home)
join public.meeting m on m.id = pg_temp.id('meeting', p.meeting);

insert into public.meeting_attendee (meeting_id, person_id, family_id, reason, answer, answered_at)
select pg_temp.id('meeting', a.meeting), pg_temp.person(a.name), m.family_id, a.reason,
	a.answer::public.attendance_answer, pg_temp.moment(a.answered, '19:05')
from (values
	('a1', 'Amira', 'Det er jeres møde', 'coming', -13),
	('a1', 'Emil', 'Så du selv kan fortælle om bageriet, hvis du har lyst', null, null),
	('a1', 'Mette', 'Skriver ned, hvad vi bliver enige om', 'coming', -13),
	('a1', 'Jonas', 'Kender Noahs dage i skolen', 'coming', -12),
	('a1', 'Pia', 'Har nyt om genbrugsbutikken', null, null),
	('a2', 'Amira', 'Noahs mor', 'coming', -8),
	('a2', 'Noah', 'Det er dine morgener, og du ved mest om dem', null, null),
	('a2', 'Jesper', 'Noahs far', null, null),
	('a2', 'Jonas', 'Noahs lærer', null, null),
	('a2', 'Mette', 'Holder fast i aftalerne', 'coming', -8),
	('a3', 'Amira', 'Det er jeres møde', 'coming', -74),
	('a3', 'Emil', 'Så du selv kan fortælle om bageriet', 'coming', -70),
	('a3', 'Mette', 'Skriver ned, hvad vi bliver enige om', 'coming', -76),
	('a3', 'Jonas', 'Kender Noahs dage i skolen', 'coming', -73),
	('a3', 'Pia', 'Hjælper med at finde et arbejde', 'not_coming', -65),
	('a3', 'Yusuf', 'Ny i teamet', 'coming', -72),
	('a4', 'Amira', 'Noahs mor', 'coming', -11),
	('a4', 'Noah', 'Det er din bog', 'coming', -9),
	('a4', 'Jonas', 'Noahs lærer', 'coming', -8),
	('b1', 'Jesper', 'Det er dit møde', 'coming', -7),
	('b1', 'Jonas', 'Noahs lærer', 'coming', -5),
	('b1', 'Hanne', 'Kan hjælpe med hverdagen hos jer', null, null),
	('c1', 'Line', 'Det er jeres møde', 'coming', -10),
	('c1', 'Hanne', 'Kommer på besøg', 'coming', -10),
	('d1', 'Sofie', 'Det er jeres møde', null, null),
	('d1', 'Karen', 'Skriver ned, hvad vi bliver enige om', 'coming', -5)
) as a (meeting, name, reason, answer, answered)
join public.meeting m on m.id = pg_temp.id('meeting', a.meeting);

insert into public.agenda_point (id, meeting_id, family_id, author_id, wording, created_at)
select pg_temp.id('agenda_point', p.id), m.id, m.family_id, pg_temp.person(p.author), p.wording,
	pg_temp.moment(p.days, '18:20')
from (values
	('a101', 'a1', 'Amira', 'Hvad gør vi de morgener, hvor Noah har ondt i maven? Jeg vil gerne vide, hvem jeg skal skrive til.', -10),
	('a102', 'a1', 'Noah', 'Må jeg godt komme til fodbold, selv om jeg ikke har været i skole den dag?', -4),
	('a103', 'a1', 'Mette', 'Er vi de rigtige mennesker om bordet, eller kan vi være færre?', -9),
	('a104', 'a1', 'Amira', 'To formiddage i genbrugsbutikken: hvilke dage passer bedst?', -3),
	('a201', 'a2', 'Amira', 'At vi gør det på samme måde om morgenen hos mig og hos Jesper.', -6),
	('a301', 'a3', 'Amira', 'Jeg vil gerne sige mit mål om arbejde på en ny måde.', -66),
	('a302', 'a3', 'Emil', 'Mine vagter ligger oven i lektierne.', -64),
	('a303', 'a3', 'Jonas', 'Noah er glad for timerne om dyr. Kan vi bygge på det?', -63),
	('b101', 'b1', 'Jesper', 'Jeg vil gerne høre, hvordan man vælger en koordinator.', -6),
	('b102', 'b1', 'Jesper', 'Hvem kan hjælpe mig med brevene?', -6),
	('c101', 'c1', 'Line', 'Jeg blev lidt genert i mødregruppen. Hvad kan jeg gøre næste gang?', -5),
	('d101', 'd1', 'Sofie', 'Anton vågner klokken fire. Hvad gør andre?', -3)
) as p (id, meeting, author, wording, days)
join public.meeting m on m.id = pg_temp.id('meeting', p.meeting);
