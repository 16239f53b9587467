-- Noah's grandmother is invited, his mother has said yes to that, and the grandmother has not answered yet. The code on her paper is FARM-HERE-DEMA-2345 (hashed
-- in capitals without dashes): it opens nothing but the demo, where anybody may be anybody.
insert into public.invitation
	(id, municipality_id, family_id, invitee_name, member_role, invited_by, created_at, expires_at, agreed_at, agreed_by)
values (
	pg_temp.id('invitation', 'a1'), pg_temp.id('municipality', 'e'), pg_temp.id('family', 'a'), 'Farmor Inger', 'relative',
	pg_temp.person('Mette'),
	pg_temp.moment(-2, '14:05'), pg_temp.moment(12, '14:05'), pg_temp.moment(-1, '19:40'), pg_temp.person('Amira')
);
insert into private.invitation_code (invitation_id, code_hash)
values (pg_temp.id('invitation', 'a1'), encode(sha256('FARMHEREDEMA2345'), 'hex'));
