-- Municipalities, people, families and who belongs to them; and who is who on the demo's sign-in page.

-- Strandby has not said yet whom to call.
insert into public.municipality (id, name, duty_phone, phone, phone_hours) values
	(pg_temp.id('municipality', 'e'), 'Egelund Kommune', '00 00 00 10', '00 00 00 13', 'Mo-Th 09:00-15:00; Fr 09:00-12:00'),
	(pg_temp.id('municipality', '5'), 'Strandby Kommune', '00 00 00 50', null, null);

insert into public.person (id, name, created_at)
select pg_temp.id('person', p.id), p.name, pg_temp.moment(p.days, '10:15')
from (values
	('a1', 'Amira Holm', -243),
	('a2', 'Emil Holm', -243),
	('a3', 'Noah Holm Bak', -243),
	('b1', 'Jesper Bak', -91),
	('c1', 'Line Møller', -128),
	('c2', 'Karla Møller', -128),
	('d1', 'Sofie Lind', -150),
	('d2', 'Anton Lind', -150),
	('e1', 'Mette Krogh', -300),
	('e2', 'Jonas Lund', -300),
	('e3', 'Pia Sørensen', -300),
	('e4', 'Thomas Bech', -320),
	('e5', 'Yusuf Demir', -290),
	('e6', 'Bent Lauridsen', -290),
	('e7', 'Hanne Juul', -280),
	('f1', 'Karen Dahl', -260)
) as p (id, name, days);

-- Ages count from today, so that Emil is always 16. The days are different: nobody has a birthday today.
insert into public.birth (person_id, born_on)
select pg_temp.person(b.name), pg_temp.born(b.age, b.days_since)
from (values
	('Amira', 39, 131),
	('Emil', 16, 74),
	('Noah', 11, 203),
	('Jesper', 42, 18),
	('Line', 27, 260),
	('Karla', 2, 45),
	('Sofie', 34, 97),
	('Anton', 5, 166)
) as b (name, age, days_since);

insert into public.identity (provider, subject, person_id)
select 'demo', i.subject, pg_temp.person(i.name)
from (values
	('parent', 'Amira'),
	('young-person', 'Emil'),
	('child', 'Noah'),
	('other-parent', 'Jesper'),
	('coordinator', 'Mette'),
	('teacher', 'Jonas'),
	('job-adviser', 'Pia'),
	('project-lead', 'Thomas'),
	('stranger-parent', 'Line'),
	('stranger-coordinator', 'Karen')
) as i (subject, name);

insert into public.family (id, municipality_id, name, created_at)
select pg_temp.id('family', f.id), pg_temp.id('municipality', f.municipality), f.name, pg_temp.moment(f.days, '10:15')
from (values
	('a', 'e', 'Familien Holm', -243),
	('b', 'e', 'Familien Bak', -91),
	('c', 'e', 'Familien Møller', -128),
	('d', '5', 'Familien Lind', -150)
) as f (id, municipality, name, days);

insert into public.enrolment (id, family_id, municipality_id, visited_on, created_at)
select pg_temp.id('enrolment', e.family), pg_temp.id('family', e.family), pg_temp.id('municipality', e.municipality),
	pg_temp.day(e.days), pg_temp.moment(e.days, '10:15')
from (values
	('a', 'e', -243),
	('b', 'e', -91),
	('c', 'e', -128),
	('d', '5', -150)
) as e (family, municipality, days);

insert into public.enrolment_tier (enrolment_id, family_id, tier, from_on)
select pg_temp.id('enrolment', t.family), pg_temp.id('family', t.family), t.tier::public.tier, pg_temp.day(t.days)
from (values
	('a', 'stabilising', -243),
	('a', 'normalising', -60),
	('b', 'stabilising', -91),
	('c', 'preventive', -128)
) as t (family, tier, days);

insert into public.member (id, family_id, person_id, role, joined_at)
select pg_temp.id('member', m.id), pg_temp.id('family', m.family), pg_temp.person(m.name),
	m.role::public.member_role, pg_temp.moment(m.days, '10:15')
from (values
	('a1', 'a', 'Amira', 'parent', -243),
	('a2', 'a', 'Emil', 'child', -243),
	('a3', 'a', 'Noah', 'child', -243),
	('b1', 'b', 'Jesper', 'parent', -91),
	('b3', 'b', 'Noah', 'child', -91),
	('c1', 'c', 'Line', 'parent', -128),
	('c2', 'c', 'Karla', 'child', -128),
	('d1', 'd', 'Sofie', 'parent', -150),
	('d2', 'd', 'Anton', 'child', -150)
) as m (id, family, name, role, days);
