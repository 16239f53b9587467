/** Who has this session, while it is neither idle too long nor over. */
import { expect, idOf, on, type Stage } from '../stage.ts';

const hashes = {
	'phone of the parent': 'a',
	'library computer of the parent': 'b',
	'laptop of the coordinator': 'c',
};
type Device = keyof typeof hashes;
const read = (device: Device) => `select session_read('${hashes[device].repeat(64)}') as session`;

async function person({ as }: Stage, device: Device) {
	const [row] = await as('session-keeper', read(device));
	return (row!.session as { person: { id: string } } | null)?.person.id ?? null;
}

const move = ({ owner }: Stage, device: Device, change: string) =>
	owner(`update session set ${change} where id = '@${device}'`);

on('only the session keeper', async ({ allowed }) => {
	expect(await allowed(read('phone of the parent'))).toEqual(['session-keeper']);
});

on('it says who, what they work with, and in which families they are', async ({ as }) => {
	const [parent] = await as('session-keeper', read('phone of the parent'));
	expect(parent!.session).toMatchObject({
		id: idOf('phone of the parent'),
		own_device: true,
		person: {
			id: idOf('parent'),
			name: 'Mona',
			professional: null,
			families: [{ id: idOf('family'), name: 'Os på Bakken', role: 'parent', stage: 'adult' }],
		},
	});
	const [coordinator] = await as('session-keeper', read('laptop of the coordinator'));
	expect(coordinator!.session).toMatchObject({
		person: { professional: { profession: 'Familiekonsulent', is_project_lead: false }, families: [] },
	});
	expect(JSON.stringify(parent)).not.toContain('a'.repeat(64));
});

on('what somebody is to a family stays; the stage of life moves on with the years', async ({ as, owner }) => {
	const who = `update session set person_id = '@child' where id = '@phone of the parent'`;
	await owner(who);
	const families = async () => {
		const [row] = await as('session-keeper', read('phone of the parent'));
		const { person } = row!.session as { person: { families: { role: string; stage: string }[] } };
		return person.families.map(({ role, stage }) => [role, stage]);
	};
	expect(await families()).toEqual([
		['child', 'child'],
		['child', 'child'],
	]);
	await owner(`update birth set born_on = private.today() - 366 * 19 where person_id = '@child'`);
	expect(await families()).toEqual([
		['child', 'adult'],
		['child', 'adult'],
	]);
});

on('an unknown secret is nobody', async ({ as }) => {
	expect(await as('session-keeper', `select session_read('${'f'.repeat(64)}') as session`)).toEqual([
		{ session: null },
	]);
});

const limits: [Device, idle: string, justBefore: string][] = [
	['laptop of the coordinator', '20 minutes', '19 minutes'],
	['library computer of the parent', '30 minutes', '29 minutes'],
	['phone of the parent', '7 days', '6 days 23 hours'],
];
for (const [device, idle, justBefore] of limits) {
	on(`${device}: ends when unseen for ${idle}`, async (stage) => {
		await move(stage, device, `seen_at = now() - interval '${justBefore}'`);
		expect(await person(stage, device)).not.toBeNull();
		await move(stage, device, `seen_at = now() - interval '${idle}'`);
		expect(await person(stage, device)).toBeNull();
		expect(await stage.owner(`select from session where id = '@${device}'`), 'and is gone').toEqual([]);
	});
}

on('being seen prolongs the idle time, never the whole', async (stage) => {
	const device = 'laptop of the coordinator';
	await move(
		stage,
		device,
		`seen_at = now() - interval '10 minutes', expires_at = now() + interval '1 minute'`,
	);
	await person(stage, device);
	const [row] =
		await stage.owner(`select seen_at = now() as seen, expires_at = now() + interval '1 minute' as same
		from session where id = '@${device}'`);
	expect(row).toEqual({ seen: true, same: true });
	await move(stage, device, `expires_at = now()`);
	expect(await person(stage, device)).toBeNull();
});

on('a request a second writes once a minute', async (stage) => {
	await move(stage, 'phone of the parent', `seen_at = now() - interval '59 seconds'`);
	await person(stage, 'phone of the parent');
	const [row] = await stage.owner(
		`select seen_at < now() as kept from session where id = '@phone of the parent'`,
	);
	expect(row).toEqual({ kept: true });
});

on('who has left is no longer shown with the family or the job', async (stage) => {
	await stage.owner(`update member set left_at = now() where id = '@parent in family'`);
	await stage.owner(`update job set left_at = now() where id = '@job of coordinator'`);
	const [parent] = await stage.as('session-keeper', read('phone of the parent'));
	const [coordinator] = await stage.as('session-keeper', read('laptop of the coordinator'));
	expect(parent!.session).toMatchObject({ person: { families: [] } });
	expect(coordinator!.session).toMatchObject({ person: { professional: null } });
});
