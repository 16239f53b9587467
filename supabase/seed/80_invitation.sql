-- Noah's grandmother is invited and has not answered yet. The code on her paper is FARM-HERE-DEMA-2345 (hashed
-- in capitals without dashes): it opens nothing but the demo, where anybody may be anybody.
insert into public.invitation
	(id, municipality_id, family_id, invitee_name, member_role, invited_by, created_at, expires_at)
values (
	pg_temp.id('invitation', 'a1'), pg_temp.id('municipality', 'e'), pg_temp.id('family', 'a'), 'Farmor Inger', 'relative',
	pg_temp.person('Mette'),
	pg_temp.moment(-2, '14:05'), pg_temp.moment(12, '14:05')
);
insert into private.invitation_code (invitation_id, code_hash)
values (pg_temp.id('invitation', 'a1'), encode(sha256('FARMHEREDEMA2345'), 'hex'));
