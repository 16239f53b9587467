/** What is shared is looked at first, and stops when one says so. */
import { expect, test } from 'vitest';
import { people } from '../../../people.ts';
import type { WithoutScripts } from '../browser.ts';

/** On the server of wellbeing.test.ts: a second one would only start again. */
export function sharing({ as }: WithoutScripts): void {
	test('a parent looks first, shares, and stops in two taps', async () => {
		const own = /^Dine egne skalaer/;
		const mother = await as('parent', '/sharing');
		await mother.follow('Jonas Lund');
		await mother.press(own);
		expect(mother.page.heading).toBe('Del med Jonas?');
		expect(mother.page.words).toContain('Min ryg');
		await mother.press('Del med Jonas', { 'Én måned': true });
		expect(mother.page.receipt).toContain('Det er delt');
		expect(mother.page.isOn(own)).toBe(true);
		await mother.open('/wellbeing/scales');
		expect(mother.page.words).toContain('Jonas Lund kan også se det');
		await mother.open(`/sharing/${people.teacher}`);
		await mother.press(own);
		expect(mother.page.words).toContain('Jonas har ikke læst noget af det endnu');
		await mother.press('Ja, stop med at dele');
		expect(mother.page.receipt).toContain('Du deler ikke mere');
		expect(mother.page.isOn(own)).toBe(false);
		const wellBeing = /^Din trivsel/;
		for (const topic of [own, wellBeing]) {
			await mother.press(topic);
			await mother.press('Del med Jonas', { 'Én måned': true });
		}
		for (const [topic, says] of [
			[own, 'Det andet, du deler her, kan stadig læses.'],
			[wellBeing, 'Svarene kan ikke læses nu.'],
		] as const) {
			await mother.press(topic);
			await mother.press('Ja, stop med at dele');
			expect(mother.page.receipt).toContain(says);
		}
	});

	test('before one stops, the page says what it does not erase', async () => {
		const mother = await as('parent', `/sharing/${people.coordinator}`);
		await mother.press(/^Livets stige/);
		expect(mother.page.words).toContain('Mette har allerede læst 4 svar. Det kan vi ikke lave om på.');
		await mother.follow('Nej, fortsæt med at dele');
		expect(mother.page.isOn(/^Livets stige/)).toBe(true);
	});

	test('another day takes the place of the first, also a shorter one', async () => {
		const mother = await as('parent', `/sharing/${people.teacher}/preview?topic=who5`);
		const share = async (period: string) => {
			await mother.press('Del med Jonas', { [period]: true });
			expect(mother.page.receipt).toContain('Det er delt');
			return /til og med den \d+\. \S+ \d{4}/.exec(mother.page.words)![0];
		};
		const longer = await share('Et halvt år');
		await mother.follow('Vælg en anden dato');
		expect(await share('Én måned')).not.toBe(longer);
		expect(mother.page.words).not.toContain(longer);
		await mother.press(/^Din trivsel/);
		await mother.press('Ja, stop med at dele');
		expect(mother.page.isOn(/^Din trivsel/)).toBe(false);
	});

	test('a last day that is over or too far away is refused, with what was chosen still there', async () => {
		const mother = await as('parent', `/sharing/${people.teacher}/preview?topic=ladder`);
		const day = 'Hvilken dag er den sidste?';
		await mother.press('Del med Jonas', { 'Til en bestemt dag': true });
		expect(mother.page.beside(day)).toContain('Vælg den sidste dag');
		for (const [chosen, says] of [
			['2099-01-01', 'Det er for længe'],
			['2020-01-01', 'Det kan ikke deles sådan'],
		] as const) {
			await mother.press('Del med Jonas', { [day]: chosen });
			expect(mother.page.words).toContain(says);
			expect(mother.page.value(day)).toBe(chosen);
		}
		await mother.open(`/sharing/${people.teacher}`);
		expect(mother.page.words).toContain('Livets stige deles ikke');
	});
}
