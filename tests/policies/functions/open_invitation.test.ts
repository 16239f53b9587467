/** Who invites, into what, for whoever holds the code. */
import { expect, on } from '../stage.ts';

const openWith = (digit: string) => `select open_invitation(repeat('${digit}', 64)) as invitation`;

on('only the session keeper', async ({ allowed }) => {
	expect(await allowed(openWith('1'))).toEqual(['session-keeper']);
});

on('it says who invites, into what, and whether it still holds', async ({ as }) => {
	const [aunt] = await as('session-keeper', openWith('1'));
	expect(aunt!.invitation).toMatchObject({
		invitee_name: 'Tante Anna',
		family_name: 'Os på Bakken',
		municipality_name: 'Nordby',
		member_role: 'relative',
		profession: null,
		inviter_name: 'Karen',
		inviter_profession: 'Familiekonsulent',
		state: 'open',
	});
	const states: [string, string][] = [
		['2', 'accepted'],
		['3', 'revoked'],
		['4', 'expired'],
	];
	for (const [digit, state] of states) {
		const [row] = await as('session-keeper', openWith(digit));
		expect(row!.invitation, 'and nothing else').toEqual({ state });
	}
	expect(await as('session-keeper', openWith('0'))).toEqual([{ invitation: null }]);
});

on('a new invitation holds for 14 days', async ({ as, owner }) => {
	await as('coordinator', `select invite_member('@new', '@family', 'Ny', 'relative', repeat('9', 64))`);
	await as('parent', `select agree_to_invitation('@new')`);
	await owner(
		`update invitation set expires_at = expires_at - interval '14 days' + interval '1 second' where id = '@new'`,
	);
	const [still] = await as('session-keeper', openWith('9'));
	expect(still!.invitation).toMatchObject({ state: 'open' });
	await owner(`update invitation set expires_at = expires_at - interval '1 second' where id = '@new'`);
	const [over] = await as('session-keeper', openWith('9'));
	expect(over!.invitation).toMatchObject({ state: 'expired' });
});
