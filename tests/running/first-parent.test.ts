/** The first parent of a family, who is alone in it for now: nothing is said of who is not there. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { danishDay } from '../../src/lib/i18n/format.ts';
import { fieldsOf, house, read, wordsOf } from './house.ts';

const { page, post, comesAgain } = house('first parent');
const nord = v7();

async function invited(name: string): Promise<string> {
	const at = '/office/invitations/member';
	const fields = { id: v7(), family: nord, name, role: 'parent', bornOn: '' };
	return read(await (await post(`${at}?/invite`, 'project-lead', fields)).text());
}

test('her paper asks for nobody’s yes, and what she reads is true for one who is alone', async () => {
	const enrol = fieldsOf(await page('/office/enrol', 'project-lead'), 'name="visitedOn"');
	const fields = {
		...enrol,
		id: nord,
		name: 'Familien Nord',
		visitedOn: danishDay(new Date()),
		tier: 'stabilising',
	};
	expect((await post('/office/enrol?/enrol', 'project-lead', fields)).status).toBe(303);
	const paper = await invited('Amira Holm');
	expect(paper).toContain('gælder i 14 dage');
	expect(paper).not.toContain('virker først');
	const path = /\/invitation\/(?:[A-Z2-9]{4}-?){4}/.exec(paper)![0];
	const accepts = { _form: 'accept', who: 'me', device: 'own' };
	expect((await post(`${path}?/accept`, 'parent', accepts)).status).toBe(303);
	comesAgain('parent');

	expect(wordsOf(await page('/team/log', 'parent'))).toContain(
		'Du var den første i familien, så der var ingen at spørge.',
	);
	const [, here] = wordsOf(await page('/enrolment', 'parent')).split('Familien Nord');
	expect(here).toContain(
		'Passer det ikke med, hvordan I ser det? Så ring til kommunen. Ring til Egelund Kommune',
	);
	expect(here).not.toContain('jeres koordinator');
	expect(wordsOf(await page(`/meetings/new?family=${nord}`, 'parent'))).toContain(
		'Her er ikke andre end dig endnu, så der er ingen at invitere.',
	);
	expect(wordsOf(await page('/meetings/new', 'parent'))).not.toContain('Her er ikke andre end dig');
	// Who comes after her waits for her yes, and their paper says so.
	expect(wordsOf(await invited('Bo Nord'))).toContain('Den virker først, når en af forældrene i familien');
});

test('when her other home’s course ends, the plan that is empty is the new one’s', async () => {
	const office = '/office/families/00000000-0000-7000-8002-00000000000a';
	const { id } = fieldsOf(await page(office, 'project-lead'), '?/end"');
	expect((await post(`${office}?/end`, 'project-lead', { id: id!, on: danishDay(new Date()) })).status).toBe(
		303,
	);
	const home = wordsOf(await page('/home', 'parent'));
	expect(home).toMatch(/^\S+ \S+ Familien Holm Tak for denne gang/);
	expect(home).toContain('Planen for Familien Nord er tom lige nu.');
	expect(home).not.toContain('Aflyst');
});
