-- The connection lives on in the embedded database; what was only for putting the demo in goes away.
drop function pg_temp.born(integer, integer);
drop function pg_temp.workday_moment(integer, time);
drop function pg_temp.workday(integer);
drop function pg_temp.moment(integer, time);
drop function pg_temp.day(integer);
drop function pg_temp.person(text);
drop function pg_temp.id(text, text);
