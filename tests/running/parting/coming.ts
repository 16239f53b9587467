import { expect } from 'vitest';
import { v7 } from 'uuid';
import type { House } from '../house.ts';

export const holm = '00000000-0000-7000-8002-00000000000a';

/** Somebody comes into the family by an invitation, with a yes of its parent. */
export async function comes({ post, comesAgain }: House, persona: string, name: string, role: string) {
	const [id, at] = [v7(), '/office/invitations/member'];
	const paper = await post(`${at}?/invite`, 'project-lead', { id, family: holm, name, role, bornOn: '' });
	const [path] = /\/invitation\/(?:[A-Z2-9]{4}-?){4}/.exec(await paper.text())!;
	expect((await post('/team?/agree', 'parent', { _form: `agree-${id}`, id })).status).toBe(303);
	const accepted = await post(`${path}?/accept`, persona, { _form: 'accept', who: 'me', device: 'own' });
	expect(accepted.status).toBe(303);
	comesAgain(persona);
}
