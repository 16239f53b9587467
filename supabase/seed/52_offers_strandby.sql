-- Strandby's catalogue: another municipality, other offers. Ids 51-54.

insert into public.offer (
	id, municipality_id, title, description, provider, provider_kind, life_areas, age_from, age_to,
	place, contact, price, verified_on, created_at
)
select pg_temp.id('offer', o.id), pg_temp.id('municipality', '5'), o.title, o.description, o.provider,
	o.kind::public.provider_kind, o.areas::public.life_area[], o.age_from, o.age_to, o.place, o.contact, o.price,
	pg_temp.day(o.verified), pg_temp.moment(-240, '11:30')
from (values
	('51', 'Sejlads for børn og unge',
		'Små joller, redningsveste til alle og voksne i følgebåd. Man skal kunne svømme 200 meter, og det hjælper vi gerne med.',
		'Strandby Sejlklub', 'association', '{leisure}', 8, 17, 'Strandby', 'sejl.strandby.example', '500 kr. for sommeren', -77),
	('52', 'Nattero: hjælp til at sove',
		'Tre besøg derhjemme om sengetider, uro og drømme. For familier med børn under skolealderen.',
		'Strandby Sundhedscenter', 'municipality', '{health,care}', 0, 6, 'Strandby', 'Ring på 00 00 00 52', 'Gratis', -34),
	('53', 'Legestue i præstegården',
		'Formiddage med sang, leg og kaffe for forældre og små børn. Alle er velkomne.',
		'Legestuens Venner', 'voluntary', '{care,everyday_life}', 0, 5, 'Fjordby', 'Mød op fredag klokken 9.30', 'Gratis', -118),
	('54', 'Værkstedet: prøv et arbejde',
		'Træ, metal og have i små hold. For dig, der vil i gang igen og selv vælge, hvor hurtigt det skal gå.',
		'Værkstedet i Fjordby', 'business', '{work_education}', 18, 120, 'Fjordby', 'Ring på 00 00 00 53', 'Gratis', -59)
) as o (id, title, description, provider, kind, areas, age_from, age_to, place, contact, price, verified);
