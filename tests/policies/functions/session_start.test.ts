/** A new session gets the limits of who signs in and on what. */
import { expect, on, type Stage } from '../stage.ts';

const hash = 'e'.repeat(64);
const start = (person: string, ownDevice: boolean, device = 'Firefox') =>
	`select session_start('${hash}', '@${person}', ${ownDevice}, '${device}')`;

on('only the session keeper', async ({ allowed }) => {
	expect(await allowed(start('parent', true))).toEqual(['session-keeper']);
});

const limits = async ({ as, owner }: Stage, person: string, ownDevice: boolean) => {
	await as('session-keeper', start(person, ownDevice));
	const [row] = await owner(`select own_device, extract(epoch from idle_limit)::int / 60 as idle,
			extract(epoch from expires_at - created_at)::int / 60 as whole
		from session s join private.session_secret k on k.session_id = s.id where k.secret_hash = '${hash}'`);
	return row;
};
const [minutes, hours, days] = [1, 60, 24 * 60];

on('own phone: 7 days unseen, 30 days in all', async (stage) => {
	expect(await limits(stage, 'parent', true)).toEqual({ own_device: true, idle: 7 * days, whole: 30 * days });
});

on('a shared device: 30 minutes unseen, 12 hours in all', async (stage) => {
	expect(await limits(stage, 'parent', false)).toEqual({
		own_device: false,
		idle: 30 * minutes,
		whole: 12 * hours,
	});
});

on('staff: 20 minutes unseen, 8 hours in all, whatever device they say', async (stage) => {
	expect(await limits(stage, 'teacher', true)).toEqual({
		own_device: false,
		idle: 20 * minutes,
		whole: 8 * hours,
	});
});

on('sessions that are over are cleared away, those in force stay', async ({ as, owner }) => {
	await owner(
		`update session set expires_at = now() - interval '1 second' where id = '@phone of the parent'`,
	);
	await owner(
		`update session set seen_at = now() - interval '21 minutes' where id = '@laptop of the coordinator'`,
	);
	await as('session-keeper', start('parent', true));
	const left = await owner(`select id from session s where not exists (
		select from private.session_secret k where k.session_id = s.id and k.secret_hash = '${hash}') order by id`);
	expect(left).toEqual(
		await owner(
			`select id from unnest(array['@phone of the stranger', '@library computer of the parent']::uuid[]) id order by id`,
		),
	);
});

on('the name of the device is cut, the secret is a hash', async ({ as, owner, refusal }) => {
	await as('session-keeper', start('parent', true, 'x'.repeat(200)));
	expect(
		await owner(
			`select length(device) as length from session s join private.session_secret k on k.session_id = s.id where k.secret_hash = '${hash}'`,
		),
	).toEqual([{ length: 80 }]);
	expect(await refusal('session-keeper', `select session_start('plain secret', '@parent', true, '')`)).toBe(
		'23514',
	);
});

on(
	'who becomes staff, or is it again, has the limits of staff on every device, and keeps nothing there',
	async ({ as, owner }) => {
		const limits = () =>
			owner(`select own_device, idle_limit <= interval '20 minutes' and expires_at <= now() + interval '8 hours' as short
			from session where person_id = '@former-nurse'`);
		await as('session-keeper', start('former-nurse', true));
		expect(await limits()).toEqual([{ own_device: true, short: false }]);
		await owner(`insert into job (id, person_id, organisation_id, municipality_id, profession)
		select '@new', person_id, organisation_id, municipality_id, 'Lærer' from job where id = '@job of former-nurse'`);
		expect(await limits()).toEqual([{ own_device: false, short: true }]);
	},
);
