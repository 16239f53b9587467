/** What a plan says now, as a fingerprint. */
import { expect, on } from '../stage.ts';

const read = (family = 'family') => `select plan_as_read('@${family}') as read`;

on('the same to everybody who sees the plan, and nothing of it to others', async (stage) => {
	const [nothing] = await stage.as('parent', read('nowhere'));
	const [ours] = await stage.as('parent', read());
	expect(ours).not.toEqual(nothing);
	for (const who of ['young-person', 'child', 'coordinator'] as const) {
		expect(await stage.as(who, read()), who).toEqual([ours]);
	}
	for (const who of [
		'stranger-parent',
		'project-lead',
		'guest',
		'former-mentor',
		'former-partner',
	] as const) {
		expect(await stage.as(who, read()), who).toEqual([nothing]);
	}
	for (const who of ['anonymous', 'session-keeper', 'service-key'] as const) {
		expect(await stage.refusal(who, read()), who).toBe('42501');
	}
});
