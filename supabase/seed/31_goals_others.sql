-- The plans of the other families. Jesper's goal about Noah is seen in Noah's other home too.

insert into public.goal (
	id, family_id, parent_id, about_id, life_area, title, sign, due_on, position,
	created_by, created_at, changed_at, done_at
)
select pg_temp.id('goal', g.id), pg_temp.id('family', g.family), pg_temp.id('goal', g.parent), pg_temp.person(g.about),
	g.area::public.life_area, g.first_words, g.sign, pg_temp.day(g.due), g.position,
	pg_temp.person(g.made_by), pg_temp.moment(g.made, '20:25'),
	pg_temp.moment(coalesce(g.done, g.made), '20:25'), pg_temp.moment(g.done, '20:25')
from (values
	('b1', 'b', null, 'Noah', 'care',
		'Noah skal føle sig lige så meget hjemme hos mig',
		'Han har det, han skal have, begge steder, og han tager venner med', 55, 1, 'Jesper', -80, null),
	('b11', 'b', 'b1', null, null,
		'Sætte en rigtig seng op ved vinduet', null, null, 1, 'Jesper', -80, -34),
	('b12', 'b', 'b1', null, null,
		'Have regntøj og idrætstøj begge steder', 'Noah skal ikke bære rundt på det', 12, 2, 'Jesper', -47, null),
	('b121', 'b', 'b12', null, null,
		'Skrive en liste sammen med Noah', null, null, 1, 'Jesper', -47, -26),
	('b2', 'b', null, 'Jesper', 'economy',
		'Jeg vil have styr på mine regninger og sove om natten',
		'Jeg åbner posten samme dag, den kommer', 100, 2, 'Jesper', -75, null),
	('b21', 'b', 'b2', null, null,
		'Åbne alle kuverterne sammen med en, der har forstand på det', null, 18, 1, 'Jesper', -75, null),
	('b211', 'b', 'b21', null, null,
		'Samle alle breve i en kasse', null, null, 1, 'Jesper', -75, -52),
	('b22', 'b', 'b2', null, null,
		'Lave et budget, der også har plads til Noahs fødselsdag', null, 50, 2, 'Jesper', -30, null),

	('c1', 'c', null, 'Line', 'everyday_life',
		'Jeg vil gerne kende nogle flere voksne, jeg kan snakke med',
		'Der er mindst to, jeg kan ringe til en dårlig dag', 80, 1, 'Line', -110, null),
	('c11', 'c', 'c1', null, null,
		'Prøve mødregruppen i Havnsø to gange', 'Jeg har sagt noget højt mindst én gang', 20, 1, 'Line', -60, null),
	('c12', 'c', 'c1', null, null,
		'Sige ja, når naboen spørger, om vi vil med på legepladsen', null, null, 2, 'Line', -60, -15),

	('d1', 'd', null, null, 'health',
		'Vi vil alle sammen sove om natten', 'Anton sover i sin egen seng fem nætter om ugen', 65, 1, 'Sofie', -130, null),
	('d11', 'd', 'd1', null, null,
		'Læse to sider og slukke lyset klokken otte', null, 15, 1, 'Sofie', -70, null)
) as g (id, family, parent, about, area, first_words, sign, due, position, made_by, made, done);
