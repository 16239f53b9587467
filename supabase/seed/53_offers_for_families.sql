-- What was suggested to the Holms, for which goal and why, and what they said.

insert into public.family_offer
	(id, family_id, offer_id, goal_id, about_id, suggested_by, reason, state, created_at, answered_by, answered_at)
select pg_temp.id('family_offer', o.id), pg_temp.id('family', 'a'), pg_temp.id('offer', o.offer),
	pg_temp.id('goal', o.goal), pg_temp.person(o.about), pg_temp.person('Mette'), o.reason, o.state::public.offer_state,
	pg_temp.workday_moment(o.made, '11:20'), pg_temp.person(o.answered_by), pg_temp.moment(o.answered, '20:15')
from (values
	('a1', '1', 'a3', 'Noah',
		'Noah fortalte, at træneren kendte hans navn. Her kan han prøve tre gange gratis, og Yusuf vil gerne følge med.',
		'suggested', -11, null, null),
	('a2', '20', 'a21', 'Amira',
		'Du sagde, at du mangler øvelser, du kan lave derhjemme. Holdet er roligt, og der er plads nu.',
		'interested', -50, 'Amira', -44),
	('a3', '2a', 'a12', null,
		'Måske kan det hjælpe at høre, hvad andre gør om aftenen.',
		'not_for_us', -132, 'Amira', -127)
) as o (id, offer, goal, about, reason, state, made, answered_by, answered);
