/** The coordinator reads what is shared and suggests what can help; the professionals write what families see of them. */
import { expect, test } from 'vitest';
import { holm } from '../../../e2e/pages.ts';
import { people } from '../../../people.ts';
import type { WithoutScripts } from '../browser.ts';

/** On the server of staff.test.ts: a second one would only start again. */
export function reading({ as }: WithoutScripts): void {
	test('the coordinator reads what is shared by a press of a button, and the parent sees that', async () => {
		const parent = await as('parent');
		const readsByMette = async () => {
			await parent.open('/sharing/log');
			return parent.page.cards('Mette Krogh').length;
		};
		const before = await readsByMette();

		const coordinator = await as('coordinator', '/families');
		await coordinator.follow('Familien Holm');
		expect(coordinator.page.part('Det har de delt med dig')).toContain('Amira Holm: Livets stige');
		await coordinator.open(`/families/${holm}/answers`);
		expect(coordinator.page.words).toContain('Amira Holm: Livets stige');
		expect(coordinator.page.words).not.toContain('Trin 5 af 10');
		expect(await readsByMette(), 'looking at what is shared reads nothing').toBe(before);

		await coordinator.open(`/families/${holm}`);
		await coordinator.press('Læs svarene', {}, { within: 'Det har de delt med dig' });
		expect(coordinator.page.words).toMatch(
			/Den, der har svaret, kan se, at du har læst dette i dag kl\. \d\d\.\d\d/,
		);
		expect(coordinator.page.words).toContain('Trin 5 af 10');
		expect(coordinator.headers.get('cache-control')).toContain('no-store');
		expect(await readsByMette(), 'one press, one line in the log').toBe(before + 1);

		// The address of the answers, opened again or by somebody's preview of a link, is not a read.
		await coordinator.open(`/families/${holm}/answers?/read`);
		expect(coordinator.page.words).not.toContain('Trin 5 af 10');
		expect(await readsByMette()).toBe(before + 1);
	});

	test('an offer is suggested once, with a reason', async () => {
		const coordinator = await as('coordinator', `/families/${holm}`);
		const [goal, noah] = ['Jeg vil spille fodbold på et rigtigt hold', 'Noah Holm Bak'];
		await coordinator.follow('Foreslå et tilbud til målet', { nth: 2 });
		expect(coordinator.page.words).toContain(`Til målet: ${goal}`);
		await coordinator.press('Søg', { 'Hvad leder du efter?': 'bibliotek' });
		expect(coordinator.page.words).toContain(`Til målet: ${goal}`);
		const title = 'Brætspil og kakao på biblioteket';
		await coordinator.follow(title);
		expect(coordinator.page.heading).toBe(title);
		const address = coordinator.page.path;

		const [about, reason] = ['Hvem er det til?', 'Hvorfor foreslår du det?'];
		expect(coordinator.page.value(about)).toBe(people.child);
		await coordinator.press('Foreslå det');
		expect(coordinator.page.beside(reason)).toContain('Skriv, hvorfor du foreslår det');
		await coordinator.press('Foreslå det', {
			[reason]: 'Noah har spurgt, om der er et sted at være efter skole.',
		});
		expect(coordinator.page.receipt).toContain('Familien kan se dit forslag nu');
		const offers = coordinator.page.part('Tilbud');
		expect(offers).toContain(title);
		expect(offers).toContain('Foreslået, ikke svaret endnu');

		await coordinator.open(address);
		expect(coordinator.page.words).toContain(`${noah}: Foreslået, ikke svaret endnu`);
		// It can still be for others of the family, not for him again.
		expect(coordinator.page.choices(about)).toContain('Emil Holm');
		expect(coordinator.page.choices(about)).not.toContain(noah);
	});

	test('what families see of oneself is written', async () => {
		const teacher = await as('teacher', '/families');
		const helps = 'Hvad kan du hjælpe med?';
		await teacher.follow('Sådan ser familierne dig');
		await teacher.press('Gem', { [helps]: 'x'.repeat(401) });
		expect(teacher.page.beside(helps)).toContain('højst 400 tegn');
		expect(teacher.page.value(helps)).toBe('x'.repeat(401));
		await teacher.press('Gem', { [helps]: 'Jeg kan hjælpe med lektier om tirsdagen.' });
		expect(teacher.page.receipt).toContain('Gemt');
		const parent = await as('parent', '/team');
		expect(parent.page.words).toContain('Jeg kan hjælpe med lektier om tirsdagen.');
	});
}
