import { expect, test } from './fixtures';

const holm = '/families/00000000-0000-7000-8002-00000000000a';
const noah = '00000000-0000-7000-8001-0000000000a3';

test('the coordinator reads what is shared by a press of a button, and the parent sees that', async ({
	as,
}) => {
	const parent = await as('parent');
	const readsByMette = async () => {
		await parent.goto('/sharing/log');
		await expect(parent.getByRole('heading', { level: 1 })).toBeVisible();
		return parent.getByRole('listitem').filter({ hasText: 'Mette Krogh' }).count();
	};
	const before = await readsByMette();

	const page = await as('coordinator', { at: '/families' });
	await page.getByRole('link', { name: 'Familien Holm' }).click();
	const shared = page.getByRole('region', { name: 'Det har de delt med dig' });
	await expect(shared).toContainText('Amira Holm: Livets stige');
	await page.goto(`${holm}/answers`);
	await expect(page.getByRole('main')).toContainText('Amira Holm: Livets stige');
	await expect(page.getByRole('main')).not.toContainText('Trin 5 af 10');
	expect(await readsByMette(), 'looking at what is shared reads nothing').toBe(before);

	await page.goto(holm);
	const [answer] = await Promise.all([
		page.waitForResponse((response) => response.request().method() === 'POST'),
		shared.getByRole('button', { name: 'Læs svarene' }).click(),
	]);
	await expect(page.getByRole('main')).toContainText(
		/Den, der har svaret, kan se, at du har læst dette i dag kl\. \d\d\.\d\d/,
	);
	await expect(page.getByRole('main')).toContainText('Trin 5 af 10');
	expect(answer.headers()['cache-control']).toContain('no-store');
	expect(await readsByMette(), 'one press, one line in the log').toBe(before + 1);

	// The address of the answers, opened again or by somebody's preview of a link, is not a read.
	await page.goto(`${holm}/answers?/read`);
	await expect(page.getByRole('main')).not.toContainText('Trin 5 af 10');
	expect(await readsByMette()).toBe(before + 1);
});

test('an offer is suggested once, with a reason', async ({ as }) => {
	const page = await as('coordinator', { at: holm });
	await page.getByText('Skridt og noter').nth(2).click();
	await page.getByRole('link', { name: 'Foreslå et tilbud til målet' }).nth(0).click();
	const main = page.getByRole('main');
	await expect(main).toContainText('Til målet: Jeg vil spille fodbold på et rigtigt hold');
	await page.getByLabel('Hvad leder du efter?').fill('bibliotek');
	await page.getByRole('button', { name: 'Søg' }).click();
	await expect(main).toContainText('Til målet: Jeg vil spille fodbold på et rigtigt hold');
	const offer = page.getByRole('article').first();
	const title = await offer.getByRole('heading').innerText();
	await offer.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	const address = page.url();

	const about = page.getByLabel('Hvem er det til?');
	await expect(about).toHaveValue(noah);
	const reason = page.getByLabel('Hvorfor foreslår du det?');
	await page.getByRole('button', { name: 'Foreslå det' }).click();
	await expect(reason).toHaveAccessibleDescription(/Skriv, hvorfor du foreslår det/);
	await reason.fill('Noah har spurgt, om der er et sted at være efter skole.');
	await page.getByRole('button', { name: 'Foreslå det' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Familien kan se dit forslag nu' })).toBeVisible();
	const offers = page.getByRole('region', { name: 'Tilbud' });
	await expect(offers).toContainText(title);
	await expect(offers).toContainText('Foreslået, ikke svaret endnu');

	await page.goto(address);
	await expect(main).toContainText('Noah Holm Bak: Foreslået, ikke svaret endnu');
	// It can still be for others of the family, not for him again.
	await expect(about.getByRole('option', { name: 'Emil Holm' })).toHaveCount(1);
	await expect(about.getByRole('option', { name: 'Noah Holm Bak' })).toHaveCount(0);
});

test('a finger on a link that only scrolls has looked at nothing', async ({ as }) => {
	const page = await as('coordinator', { at: '/families' });
	const asked: string[] = [];
	page.on('request', (request) => {
		const { pathname } = new URL(request.url());
		if (pathname.endsWith('__data.json')) asked.push(pathname);
	});
	const family = page.getByRole('main').getByRole('link', { name: 'Familien Holm' });
	await family.dispatchEvent('touchstart');
	await family.dispatchEvent('mousedown');
	await page.getByRole('navigation').getByRole('link', { name: 'Mere' }).click();
	await expect(page).toHaveURL('/more');
	expect(asked).toEqual(['/more/__data.json']);
});
