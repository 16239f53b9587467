/** Somebody is invited into a family, which says yes or no; who comes in by it, and who does not. */
import { expect, test } from 'vitest';
import { holm } from '../../../e2e/pages.ts';
import { linkOn, type Browser, type WithoutScripts } from '../browser.ts';

const accept = 'Ja, jeg vil gerne være med';

/** On the server of coming.test.ts: a second one would only start again. */
export function invitations({ as, somebody }: WithoutScripts): void {
	/** The coordinator invites somebody into the family. @returns with the link on the paper */
	async function invited(name: string) {
		const coordinator = await as('coordinator', `/families/${holm}/invite`);
		await coordinator.press('Lav invitationen', {
			'Hvad hedder den, du inviterer?': name,
			'Anden voksen i familien': true,
		});
		expect(coordinator.page.words).toContain(`Til ${name}`);
		return { coordinator, link: linkOn(coordinator) };
	}
	/** A parent says yes on the page with the team. */
	async function saysYes(parent: Browser, name: string) {
		await parent.open('/team');
		expect(parent.page.cards(name)[0]).toContain('Venter på jer');
		await parent.press('Ja, det er rigtigt', {}, { within: name });
		expect(parent.page.receipt).toContain('I har sagt ja');
	}
	async function opens(link: string, as = somebody()) {
		await as.open(link);
		return as;
	}

	test('a relative is invited; the family says yes, and then that it was wrong', async () => {
		const name = 'Onkel Sami';
		const { coordinator, link } = await invited(name);
		expect(link).toMatch(/\/invitation\/([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$/);
		expect(coordinator.page.pictures).toEqual([expect.stringContaining('Billede med linket')]);

		// Nothing opens before the family has said yes, and whose it is is not told.
		const guest = await opens(link);
		expect(guest.page.heading).toBe('Familien skal sige ja først');
		expect(guest.page.words).not.toContain(name);
		const mother = await as('parent');
		await saysYes(mother, name);

		await guest.open(link);
		expect(guest.headers.get('referrer-policy')).toBe('strict-origin');
		expect(guest.headers.get('cache-control')).toContain('no-store');
		expect(guest.page.title).not.toContain(name);
		for (const said of [
			'Mette Krogh (Sundhedsplejerske) inviterer dig',
			'Familien Holm i Egelund Kommune',
			'Anden voksen i familien',
		])
			expect(guest.page.words).toContain(said);
		await guest.press('العربية');
		expect(guest.page.url.href).toBe(link);
		expect(guest.page.direction).toBe('rtl');
		await guest.press('Dansk');
		expect(guest.page.heading).toBe('Du er inviteret');
		await guest.press(accept, { 'Det er min egen': true });
		expect(guest.page.path).toBe('/home');
		expect(guest.page.receipt).toContain('Du er med nu');
		await guest.open('/plan');
		expect(guest.page.words).toContain('Vi vil have nogle rolige morgener');

		// The family is told who came, by whom and with whose yes.
		await mother.open('/team');
		expect(mother.page.cards(`Nej, ${name} hører ikke til hos os`)[0]).toContain(
			'Mette Krogh stod for det. Amira Holm sagde ja.',
		);
		await mother.press(`Nej, ${name} hører ikke til hos os`);
		expect(mother.page.receipt).toContain('kan ikke se jeres plan');
		await guest.open('/plan');
		expect(guest.page.path).toBe('/me');
		expect(guest.page.words).toContain('Du er ikke med i en plan her lige nu');
		// What is theirs stays: own answers, their readers, and the way back in.
		for (const [path, heading] of [
			['/wellbeing/ladder', 'Livets stige'],
			['/sharing', 'Hvem ser hvad'],
		] as const) {
			await guest.open(path);
			expect(guest.page.heading).toBe(heading);
		}
		await guest.open('/');
		await guest.follow('Jeg har fået en invitation');
		expect(guest.page.heading).toContain('kode');

		// Once is once.
		const later = await opens(link);
		expect(later.page.heading).toBe('Invitationen er brugt');
		expect(later.page.words).not.toContain(name);
	});

	test('a code from paper is typed in small letters without dashes', async () => {
		const guest = await opens('/invitation');
		const code = 'Din kode';
		await guest.press('Se invitationen', { [code]: 'farm' });
		expect(guest.page.beside(code)).toContain('16 bogstaver og tal');
		await guest.press('Se invitationen', { [code]: 'farm here dema 2345' });
		expect(guest.page.words).toContain('Hej Farmor Inger');
	});

	test('a parent who opens it does not use it up; a citizen from elsewhere joins as who they are', async () => {
		const { link } = await invited('Søster Line');
		const parent = await as('parent');
		await saysYes(parent, 'Søster Line');
		await parent.open(link);
		expect(parent.page.words).toContain(
			'Invitationen er til Søster Line. Du kan ikke bruge den til dig selv.',
		);
		expect(parent.page.words, 'who is there already is no choice').not.toMatch(/Jeg er|Ja, jeg vil gerne/);
		await parent.press('Log ud, så Søster Line kan svare');
		expect(parent.page.path, 'back where she answers').toBe(new URL(link, 'http://here').pathname);
		expect(parent.page.words).toMatch(/Hej Søster Line.*Ja, jeg vil gerne være med/);

		const stranger = await as('stranger-parent', link);
		await stranger.press(accept);
		expect(stranger.page.path).toBe('/home');
		await stranger.open('/plan');
		for (const family of ['Familien Møller', 'Familien Holm']) expect(stranger.page.words).toContain(family);
		const nobody = await opens(link);
		expect(nobody.page.heading).toBe('Invitationen er brugt');

		// Told until somebody has said what they think.
		const home = await as('parent', '/team');
		expect(home.page.cards('Line Møller')).toHaveLength(1);
		await home.press('Det er fint', {}, { within: 'Line Møller' });
		expect(home.page.receipt).toContain('Vi viser det ikke for dig igen');
		expect(home.page.cards('Line Møller')).toHaveLength(0);
	});

	test('in the demo, who joined in this browser can sign in again, here and nowhere else', async () => {
		const name = 'Kusine Hanan';
		const { coordinator, link } = await invited(name);
		await saysYes(await as('parent'), name);
		await coordinator.open(`/families/${holm}/invite`);
		const { fields } = coordinator.page.sending('Ja, stop den', {}, { within: name });

		const cousin = await opens(link);
		await cousin.press(accept);
		expect(cousin.page.path).toBe('/home');
		await cousin.open('/more');
		await cousin.press('Log ud');
		expect(cousin.page.path).toBe('/sign-in');
		await cousin.press(new RegExp(name));
		expect(cousin.page.path).toBe('/home');
		await cousin.open('/more');
		expect(cousin.page.words).toContain('Familien Holm');

		// Knowing the invitation is not having accepted it.
		const other = await opens('/sign-in');
		expect(other.page.words).not.toContain(name);
		await other.sends('/demo/sign-in', { invited: fields.get('id')!, device: 'shared' });
		expect(other.page.path).toContain('/sign-in?unknown');
	});

	test('a stopped invitation opens nothing', async () => {
		const name = 'Nabo Erik';
		const { coordinator, link } = await invited(name);
		await coordinator.open(`/families/${holm}/invite`);
		// The link is nowhere to be seen again.
		expect(coordinator.page.html.includes(link.split('/').at(-1)!)).toBe(false);
		await coordinator.press('Ja, stop den', {}, { within: name });
		expect(coordinator.page.receipt).toContain('Invitationen er stoppet');

		const guest = await opens(link);
		expect(guest.page.heading).toBe('Invitationen er stoppet');
		await guest.sends(`${link}?/accept`, { who: 'new', device: 'shared' });
		expect(guest.page.words).toContain('Invitationen er stoppet');
		await guest.open('/home');
		expect(guest.page.path).toContain('/sign-in');
	});

	test('parents see who is invited into their family and say no; nobody else of it does', async () => {
		const name = 'Fætter Omar';
		const { link } = await invited(name);
		const parent = await as('parent', '/team');
		expect(parent.page.cards(name)).toEqual([expect.stringContaining('Inviteret af Mette Krogh')]);
		expect(parent.page.part('Skal de være med hos Familien Holm?')).toContain(name);
		expect(parent.page.html.includes(link.split('/').at(-1)!)).toBe(false);
		await parent.press(`Nej, ${name} hører ikke til hos os`);
		expect(parent.page.path).toBe('/team');
		expect(parent.page.receipt).toContain('I har sagt nej');
		expect(parent.page.cards(name)).toEqual([expect.stringContaining('Stoppet')]);
		expect(parent.page.part('Inviteret til Familien Holm')).toMatch(
			new RegExp(`Brugt, stoppet eller for gamle.*${name}`),
		);
		expect((await opens(link)).page.heading).toBe('Invitationen er stoppet');

		for (const persona of ['young-person', 'other-parent'] as const) {
			const other = await as(persona, '/team');
			expect(other.page.words, persona).not.toContain(name);
			expect(other.page.words, persona).not.toMatch(/Inviteret til|Skal de være med/);
		}
	});

	test.each([
		['teacher', 403],
		['stranger-coordinator', 404],
		['parent', 403],
	] as const)(
		'only the coordinator the family chose invites into it: the %s gets %d',
		async (who, status) => {
			expect((await as(who, `/families/${holm}/invite`)).page.status).toBe(status);
		},
	);
}
