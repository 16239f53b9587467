-- How it goes, in the families' own words, and when Amira and Mette last looked: what happened after that is news.

insert into public.goal_progress (id, goal_id, family_id, noted_by, noted_at, note, score)
select pg_temp.id('progress', p.id), pg_temp.id('goal', p.goal), pg_temp.id('family', p.family),
	pg_temp.person(p.noted_by), pg_temp.moment(p.days, p.clock::time), p.note, p.score
from (values
	('a101', 'a1', 'a', 'Amira', -215, '08:20', 'Fire morgener ud af fem gik galt i denne uge. Vi blev alle tre kede af det.', 2),
	('a102', 'a1', 'a', 'Amira', -170, '08:35', 'Det hjælper, at tøjet ligger klar.', 4),
	('a103', 'a1', 'a', 'Emil', -118, '16:10', 'Der er mere stille nu. Undtagen om mandagen.', 5),
	('a104', 'a1', 'a', 'Amira', -72, '20:45', 'En hård uge. Noah havde ondt i maven tre morgener.', 3),
	('a105', 'a1', 'a', 'Amira', -31, '08:30', 'Vi nåede at spise sammen to gange. Noah grinede.', 6),
	('a106', 'a12', 'a', 'Amira', -45, '08:15', 'Han vil helst høre lydbog, mens han vågner. Det er rart for os begge to.', null),
	('a107', 'a122', 'a', 'Amira', -3, '08:40', 'Tre dage uden skærm. Det var mig, der havde sværest ved det.', 6),
	('a201', 'a2', 'a', 'Amira', -200, '21:10', 'Jeg kan ikke se det for mig lige nu.', 1),
	('a202', 'a212', 'a', 'Amira', -130, '13:15', 'Rundt om søen uden pause.', 4),
	('a203', 'a2', 'a', 'Amira', -57, '20:20', 'Det var godt at sige det på en ny måde. Nu handler det ikke kun om ryggen.', 4),
	('a204', 'a221', 'a', 'Amira', -22, '15:30', 'De var søde, og jeg måtte selv vælge opgaver. Kassen er bedst, for der kan jeg sidde.', 7),
	('a301', 'a3', 'a', 'Noah', -60, '17:05', 'Jeg tør ikke helt endnu.', 3),
	('a302', 'a311', 'a', 'Noah', -13, '18:40', 'Træneren vidste, hvad jeg hed. De har en hund på banen.', 8),
	('a303', 'a32', 'a', 'Noah', -71, '17:30', 'Basse kan give pote nu.', 10),
	('a401', 'a4', 'a', 'Emil', -82, '19:15', 'Faste dage er meget bedre. Så ved jeg, hvornår jeg har fri.', 7),
	('a402', 'a421', 'a', 'Emil', -32, '18:00', '1.200 kroner indtil nu.', 6),
	('a403', 'a42', 'a', 'Emil', -2, '17:45', 'Har fundet en brugt cykel til 2.600. De holder den til mig.', 8),
	('b101', 'b1', 'b', 'Jesper', -33, '21:00', 'Sengen er oppe. Noah valgte selv lampen.', 6),
	('b102', 'b12', 'b', 'Jesper', -8, '19:50', 'Regntøj er købt. Gymnastiksko mangler.', 5),
	('b201', 'b211', 'b', 'Jesper', -52, '22:05', 'Der var 41 breve. Kassen står i gangen.', 3),
	('c101', 'c12', 'c', 'Line', -15, '19:30', 'Vi gik med. Karla legede i sandkassen i en time.', 5),
	('d101', 'd1', 'd', 'Sofie', -24, '21:15', 'To nætter i træk.', 4)
) as p (id, goal, family, noted_by, days, clock, note, score);

insert into public.plan_visit (person_id, family_id, visited_at, since) values
	(pg_temp.person('Amira'), pg_temp.id('family', 'a'), pg_temp.moment(-5, '20:30'), pg_temp.moment(-14, '20:10')),
	(pg_temp.person('Mette'), pg_temp.id('family', 'a'), pg_temp.workday_moment(-8, '10:20'), pg_temp.workday_moment(-27, '13:40'));
