/** The door as one meets it. All other tests come in through it without looking. */
import { expect, test } from 'vitest';
import type { WithoutScripts } from '../browser.ts';

/** On the server of coming.test.ts: a second one would only start again. */
export function theDoor({ as, somebody }: WithoutScripts): void {
	test('a demo person signs in and lands where she wanted to go', async () => {
		const mother = somebody();
		await mother.open('/wellbeing');
		expect(mother.page.path).toBe('/sign-in?to=%2Fwellbeing');
		await mother.press(/^AH Amira Holm/);
		expect(mother.page.path).toBe('/wellbeing');
		await mother.open('/me/devices');
		expect(mother.page.words).toContain('andre bruger den også');
	});

	test.each([
		[/^NB Noah/, '/home'],
		[/^JL Jonas/, '/families'],
		[/^TB Thomas/, '/office'],
	])('everybody lands on their own side of the house: %s at %s', async (name, landing) => {
		const one = somebody();
		await one.open('/sign-in');
		await one.press(name, { 'Det er min egen': true });
		expect(one.page.path).toBe(landing);
	});

	test('whoever is signed out while they write finds their words in the form again', async () => {
		const [wish, words] = ['Vi vil lære at cykle', 'Hvad vil I gerne have skal ske?'];
		const mother = await as('parent', '/plan');
		// Their time is over; they have not said that they are done here.
		mother.lose(/session/);
		await mother.press('Læg i planen', { [words]: wish });
		expect(mother.page.heading).toBe('Log ind igen');
		await mother.press(/^AH Amira Holm/);
		expect(mother.page.words).toContain('Det er ikke gemt endnu');
		expect(mother.page.value(words)).toBe(wish);
		await mother.press('Læg i planen');
		expect(mother.page.heading).toBe(wish);
	});
}
