-- The people who work with the families, their teams, and whom the families chose.

insert into public.organisation (id, municipality_id, kind, name)
select pg_temp.id('organisation', o.id), pg_temp.id('municipality', o.municipality), o.kind::public.organisation_kind, o.name
from (values
	('e1', 'e', 'municipality', 'Egelund Kommune'),
	('e2', 'e', 'municipality', 'Egelund Skole'),
	('e3', 'e', 'association', 'Frivillighuset i Egelund'),
	('51', '5', 'municipality', 'Strandby Kommune')
) as o (id, municipality, kind, name);

insert into public.job (id, person_id, organisation_id, municipality_id, profession, is_project_lead, helps_with, started_at)
select pg_temp.id('job', right(w.id::text, 2)), w.id, o.id, o.municipality_id, p.profession, p.is_project_lead, p.helps_with,
	w.created_at
from (values
	('Mette', 'e1', 'Sundhedsplejerske', false,
		'Jeg kan hjælpe med at samle trådene, så I slipper for at fortælle det samme til alle. Jeg kommer gerne hjem til jer, også først på aftenen.'),
	('Jonas', 'e2', 'Lærer', false,
		'Jeg kan hjælpe med det, der har med skolen at gøre. Jeg ser Noah hver dag og skriver også hjem, når noget er gået godt.'),
	('Pia', 'e1', 'Jobkonsulent', false,
		'Jeg kan hjælpe med at finde et arbejde, du kan holde til. Jeg tager med ud på besøg og kender mange arbejdspladser her i byen.'),
	('Thomas', 'e1', 'Projektleder', true,
		'Jeg kan hjælpe med at sætte teamet sammen og holde øje med, at tilbuddene passer. Jeg ser ikke jeres plan.'),
	('Yusuf', 'e3', 'Mentor', false,
		'Jeg kan hjælpe med at komme af sted de første gange, til fodbold, til lægen eller til en samtale. Jeg har god tid og en gammel varevogn.'),
	('Bent', 'e3', 'Frivillig gældsrådgiver', false,
		'Jeg kan hjælpe med at åbne kuverterne og lægge et budget, der kan holde. Jeg har arbejdet i bank i 30 år og er ikke nem at forskrække.'),
	('Hanne', 'e1', 'Familiekonsulent', false,
		'Jeg kan hjælpe med hverdagen: måltider, sengetider og det at være forældre hver for sig. Jeg lytter først.'),
	('Karen', '51', 'Socialrådgiver', false,
		'Jeg kan hjælpe med at få overblik og sørge for, at de rigtige mennesker taler sammen.')
) as p (name, organisation, profession, is_project_lead, helps_with)
join public.person w on w.id = pg_temp.person(p.name)
join public.organisation o on o.id = pg_temp.id('organisation', p.organisation);

insert into public.team_member (id, family_id, professional_id, job_id, joined_at, left_at)
select pg_temp.id('team_member', t.id), pg_temp.id('family', t.family), j.person_id, j.id,
	pg_temp.moment(t.joined, '11:00'), pg_temp.moment(t.gone, '12:30')
from (values
	('a1', 'a', 'Mette', -240, null),
	('a2', 'a', 'Jonas', -240, null),
	('a3', 'a', 'Pia', -240, null),
	('a5', 'a', 'Yusuf', -118, null),
	-- Bent helped with the letters and is done; the team stays small.
	('a6', 'a', 'Bent', -232, -124),
	('b2', 'b', 'Jonas', -88, null),
	('b7', 'b', 'Hanne', -88, null),
	('c7', 'c', 'Hanne', -126, null),
	('d1', 'd', 'Karen', -148, null)
) as t (id, family, name, joined, gone)
join public.job j on j.person_id = pg_temp.person(t.name);

insert into public.coordinator_choice
	(id, family_id, professional_id, job_id, chosen_by, chosen_at, answer, answered_at)
select pg_temp.id('choice', c.id), pg_temp.id('family', c.family), j.person_id, j.id, pg_temp.person(c.chosen_by),
	pg_temp.moment(c.asked, '20:12'), c.answer::public.choice_answer, pg_temp.workday_moment(c.answered, '09:05')
from (values
	('a1', 'a', 'Pia', 'Amira', -237, 'declined', -236),
	('a2', 'a', 'Mette', 'Amira', -230, 'accepted', -229),
	('c1', 'c', 'Hanne', 'Line', -120, 'accepted', -119),
	('d1', 'd', 'Karen', 'Sofie', -141, 'accepted', -140)
) as c (id, family, name, chosen_by, asked, answer, answered)
join public.job j on j.person_id = pg_temp.person(c.name);

insert into public.coordinator_message (choice_id, family_id, professional_id, words)
select pg_temp.id('choice', m.id), c.family_id, c.professional_id, m.words
from (values
	('a1',
		'Tak, fordi du spurgte mig, Amira. Jeg er glad for det. Jeg har desværre ikke tid nok lige nu til at gøre det ordentligt. Jeg bliver i teamet og hjælper dig med at finde arbejde.'),
	('a2', 'Det vil jeg meget gerne. Jeg kommer forbi på onsdag, så tager vi det derfra.'),
	('c1', 'Ja tak. Vi ses hjemme hos jer.'),
	('d1', 'Det siger jeg ja til. Ring bare.')
) as m (id, words)
join public.coordinator_choice c on c.id = pg_temp.id('choice', m.id);
