-- Familien Holm's plan: mornings, Amira's work and back, Noah's football, Emil's job.
-- Dates that have gone by are set in 32_goals_past_dates.sql.

insert into public.goal (
	id, family_id, parent_id, about_id, life_area, title, sign, due_on, position,
	created_by, created_at, changed_at, done_at
)
select pg_temp.id('goal', g.id), pg_temp.id('family', 'a'), pg_temp.id('goal', g.parent), pg_temp.person(g.about),
	g.area::public.life_area, g.first_words, g.sign, pg_temp.day(g.due), g.position,
	pg_temp.person(g.made_by), pg_temp.moment(g.made, '19:40'),
	pg_temp.moment(coalesce(g.done, g.made), '19:40'), pg_temp.moment(g.done, '19:40')
from (values
	('a1', null, null, 'everyday_life',
		'Vi vil have nogle rolige morgener, hvor ingen råber',
		'De fleste morgener kommer vi ud ad døren som venner', 60, 1, 'Amira', -225, null),
	('a11', 'a1', null, null,
		'Vi lægger tøj og tasker frem om aftenen',
		'Det ligger på stolen, når vi går i seng', null, 1, 'Amira', -225, -152),
	('a12', 'a1', null, null,
		'Noah får lov at vågne stille og roligt',
		'Han spiser lidt, før vi går', 28, 2, 'Amira', -180, null),
	('a121', 'a12', null, null,
		'Jeg vækker Noah et kvarter før, så han kan ligge lidt', null, null, 1, 'Amira', -180, -96),
	('a122', 'a12', null, null,
		'Ingen skærm, før skoene er på', 'Det gælder også mor', 14, 2, 'Amira', -60, null),
	('a13', 'a1', null, null,
		'Emil følger Noah i skole om tirsdagen, for der møder han først klokken ni', null, 30, 3,
		'Amira', -60, null),

	('a2', null, 'Amira', 'work_education',
		'Jeg vil bare ud at arbejde igen, men min ryg kan ikke',
		'Jeg er på en arbejdsplads 15 timer om ugen og har kræfter til børnene bagefter', 150, 2, 'Amira', -225, null),
	('a21', 'a2', null, 'health',
		'Få mere ro på min ryg', 'Jeg giver min ryg 5 eller mere to måneder i træk', 75, 1, 'Amira', -222, null),
	('a211', 'a21', null, null,
		'Ringe til sundhedshuset om at komme på ryghold', null, null, 1, 'Amira', -58, null),
	('a212', 'a21', null, null,
		'Gå en tur hver dag, også når det regner', 'Mindst tyve minutter', null, 2, 'Amira', -170, null),
	('a22', 'a2', null, null,
		'Finde et sted, hvor jeg kan prøve mig selv af',
		'Jeg har været der i fire uger', 40, 2, 'Amira', -120, null),
	('a221', 'a22', null, null,
		'Besøge genbrugsbutikken sammen med Pia', null, null, 1, 'Amira', -58, -22),
	('a222', 'a22', null, null,
		'Aftale to formiddage om ugen til at begynde med', null, 10, 2, 'Amira', -22, null),
	('a23', 'a2', null, 'economy',
		'Vide, hvad der sker med mine penge, når jeg begynder at arbejde',
		'Jeg kan selv forklare det til min søster', 21, 3, 'Amira', -58, null),

	('a3', null, 'Noah', 'leisure',
		'Jeg vil spille fodbold på et rigtigt hold',
		'Jeg er med hver uge, og jeg kender navnene på de andre', 90, 3, 'Noah', -140, null),
	('a31', 'a3', null, null,
		'Prøve at træne tre gange', null, 25, 1, 'Noah', -58, null),
	('a311', 'a31', null, null,
		'Se en træning sammen med Yusuf', null, null, 1, 'Noah', -58, -13),
	('a312', 'a31', null, null,
		'Finde fodboldstøvler, der passer', 'Størrelse 36', 5, 2, 'Amira', -12, null),
	('a32', 'a3', null, null,
		'Gå tur med naboens hund hver torsdag', 'Basse bliver glad, når jeg kommer', null, 2, 'Noah', -140, -71),
	('a33', 'a3', null, null,
		'Spørge Karl fra klassen, om han vil med', null, 16, 3, 'Noah', -2, null),

	('a4', null, 'Emil', 'leisure_job',
		'Jeg vil beholde mit job på bageriet og stadig kunne nå skolen',
		'Jeg har stadig jobbet om et halvt år, og jeg er ikke bagud med afleveringer', 120, 4, 'Emil', -160, null),
	('a41', 'a4', null, null,
		'Aftale faste dage med min chef', 'Tirsdag og torsdag efter skole', null, 1, 'Emil', -160, -83),
	('a42', 'a4', null, 'economy',
		'Spare op til en ordentlig cykel', '3.000 kroner på kontoen', 45, 2, 'Emil', -83, null),
	('a421', 'a42', null, null,
		'Lægge 300 kroner til side hver gang jeg får løn', null, null, 1, 'Emil', -83, null),
	('a43', 'a4', null, 'school',
		'Spørge min dansklærer, hvad jeg mangler at aflevere', null, null, 3, 'Emil', -30, -1)
) as g (id, parent, about, area, first_words, sign, due, position, made_by, made, done);

-- Said again at the network meeting two months ago: the first words stay beside the new ones.
update public.goal
set title = 'Jeg vil have et arbejde med mennesker, som min ryg kan holde til', changed_at = pg_temp.moment(-58, '19:40')
where id = pg_temp.id('goal', 'a2');
