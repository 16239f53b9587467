/** A meeting is moved or cancelled: everybody who saw it is asked again or told, and reads what it should have been. */
import { expect, test } from 'vitest';
import { holm, june } from '../../../e2e/pages.ts';
import type { WithoutScripts } from '../browser.ts';
import { propose } from './calling.ts';

const aboutNoah = '/meetings/00000000-0000-7000-8020-0000000000a2';
const atStaff = (path: string) => `/families/${holm}${path}`;

/** On the server of meetings.test.ts. */
export function movedAndCancelled({ as }: WithoutScripts): void {
	test('a meeting that only ends later asks everybody again too, and says so', async () => {
		const mother = await as('parent', aboutNoah);
		const comes = () => mother.page.cards('Holder fast i aftalerne')[0];
		expect(comes()).toContain('Kommer');
		await mother.follow('Flyt mødet');
		await mother.press('Ja, flyt mødet', { 'Til kl.': '20:15' });
		expect(mother.page.path).toBe(aboutNoah);
		expect(mother.page.receipt).toContain('De andre bliver spurgt igen.');
		expect(mother.page.words).toContain('Mødet slutter nu kl. ');
		expect(mother.page.words).not.toContain('Det skulle have været');
		expect(comes()).toContain('Har ikke svaret');
	});

	test('a parent moves a meeting, after a word about what was wrong, and everybody else is asked again', async () => {
		const [mother, teacher] = [await as('parent'), await as('teacher')];
		const purpose = 'Hvordan går det i skolen?';
		await propose(mother, purpose, { 'Fra kl.': '14:30', 'Til kl.': '15:45', 'Hvor?': 'Nørreby Skole' });
		const called = mother.page.path;
		await teacher.open(atStaff(called));
		await teacher.press('Jeg kommer');
		await mother.open(called);
		const comes = () => mother.page.cards('Kender lektierne')[0];
		expect(comes()).toContain('Kommer');

		await mother.follow('Flyt mødet');
		expect(mother.page.words).toContain('Deres gamle svar gælder ikke mere.');
		expect(mother.page.value('Fra kl.')).toBe('14:30');
		expect(mother.page.value('Hvor?')).toBe('Nørreby Skole');
		await mother.press('Ja, flyt mødet', { 'Hvilken dag?': '2020-06-05', 'Til kl.': '13:00' });
		expect(mother.page.beside('Hvilken dag?')).toContain('Den dag er gået');
		expect(mother.page.beside('Til kl.')).toContain('slutter, før det begynder');
		const later = june.date.replace(/\d\d$/, '27');
		await mother.press('Ja, flyt mødet', { 'Hvilken dag?': later, 'Til kl.': '15:30' });
		expect(mother.page.path).toBe(called);
		expect(mother.page.receipt).toContain('De andre bliver spurgt igen.');
		expect(mother.page.words).toContain('kl. 14.30 til 15.30');
		expect(mother.page.words).toMatch(/Det skulle have været .* kl\. 14\.30/);
		expect(mother.page.words).toContain('Du har svaret, at du kommer.');
		expect(comes()).toContain('Har ikke svaret');

		await teacher.open(`/families/${holm}`);
		expect(teacher.page.cards(purpose)[0]).toContain('Ny tid');
		await teacher.open(atStaff(called));
		expect(teacher.page.words).toContain('Ny tid: ');
		await teacher.press('Jeg kommer');
		expect(teacher.page.words).toContain('Du har svaret, at du kommer.');
	});

	test('the coordinator changes only the place, and answers stand; then cancels, and thinks again', async () => {
		const noah = atStaff(aboutNoah);
		const coordinator = await as('coordinator', noah);
		await coordinator.follow('Flyt mødet');
		await coordinator.press('Ja, flyt mødet', { 'Hvor?': 'Biblioteket, 1. sal' });
		expect(coordinator.page.receipt).toContain('Mødet er nu et andet sted');
		expect(coordinator.page.path).toBe(noah);
		expect(coordinator.page.words).toContain('Biblioteket, 1. sal');
		const mothers = () => coordinator.page.cards('Noahs mor')[0];
		expect(mothers()).toContain('Kommer');
		expect(coordinator.page.words).not.toContain('Ny tid: ');

		const [father, teacher] = [await as('other-parent'), await as('teacher')];
		const isCancelled = async () => {
			await father.open('/meetings');
			await teacher.open(`/families/${holm}`);
			return [father, teacher].map(({ page }) => page.cards('begge hans hjem')[0]!.includes('Aflyst'));
		};
		const asked = await as('other-parent', aboutNoah);
		await coordinator.press('Ja, aflys mødet');
		expect(coordinator.page.words).toContain('Ingen behøver at komme.');
		// Answered on a page that was drawn before: how it stands now is said and shown.
		await asked.press('Jeg kommer');
		expect(asked.page.words).toContain('Ingen behøver at komme.');
		expect(asked.page.alert).toContain('så du behøver ikke at svare');
		expect(asked.page.presses).not.toContain('Jeg kommer');
		expect(await isCancelled()).toEqual([true, true]);
		await coordinator.press('Fortryd');
		// Others have seen it by now.
		expect(coordinator.page.receipt).toContain('De, der ville komme, bliver spurgt igen.');
		expect(await isCancelled()).toEqual([false, false]);

		await coordinator.open(noah);
		await coordinator.press('Ja, aflys mødet');
		await coordinator.open(noah);
		await coordinator.press('Hold mødet alligevel');
		expect(coordinator.page.words).toContain('Mødet bliver holdt alligevel. Det har været aflyst.');
		expect(await isCancelled()).toEqual([false, false]);
		expect(mothers()).toContain('Har ikke svaret');
	});
}
