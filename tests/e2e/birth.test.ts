/** Correcting a date of birth: what follows from it follows at once, and only from who may write it (C3). */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

const year = new Date().getFullYear();
/** Somebody born on this day has been so old all year. */
const aged = (age: number) => `${year - age}-01-01`;

const placeOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test("a parent corrects a child's, and the child is a young person at once", async ({ as }) => {
	const page = await as('parent', { at: '/more' });
	const noah = placeOf(page, 'Noah');
	const born = noah.getByLabel('Hvornår er Noah født?');
	const save = noah.getByRole('button', { name: 'Gem' });
	await expect(noah).toContainText('Barn');
	await noah.getByText('Ret fødselsdatoen').click();

	// What is wrong is said beside the day, which stays as it was written.
	for (const [day, says] of [
		[`${year + 1}-05-06`, 'Datoen er ikke kommet endnu'],
		[aged(30), 'Voksne skriver selv deres fødselsdato'],
	] as const) {
		await born.fill(day);
		await save.click();
		await expect(born).toHaveAccessibleDescription(new RegExp(says));
		await expect(born).toHaveValue(day);
		await expect(noah).toContainText('Barn');
	}

	await born.fill(aged(14));
	await save.click();
	await expect(page.getByRole('status')).toContainText('Fødselsdatoen er gemt.');
	await expect(noah).toContainText('Ung');

	// The slip is mended by the one who made it.
	await noah.getByText('Ret fødselsdatoen').click();
	await expect(born).toHaveValue(aged(14));
	await born.fill(aged(11));
	await save.click();
	await expect(noah).toContainText('Barn');
});

test("from 15 one sees to one's own, and nobody else does", async ({ as }) => {
	const parent = await as('parent', { at: '/more' });
	await expect(placeOf(parent, 'Emil')).toBeVisible();
	await expect(placeOf(parent, 'Emil').getByText('Ret fødselsdatoen')).toHaveCount(0);
	const child = await as('child', { at: '/more' });
	await expect(placeOf(child, 'Noah').first()).toBeVisible();
	await expect(child.getByText('Ret fødselsdatoen')).toHaveCount(0);

	const page = await as('young-person', { at: '/more' });
	const emil = placeOf(page, 'Emil');
	await emil.getByText('Ret fødselsdatoen').click();
	const born = emil.getByLabel('Hvornår er du født?');
	await born.fill('1899-12-31');
	await emil.getByRole('button', { name: 'Gem' }).click();
	await expect(born).toHaveAccessibleDescription(/Se på årstallet en gang til/);
	await expect(born).toHaveValue('1899-12-31');
	// Another one each time: what stands there already changes nothing.
	const age = 17;
	await born.fill(aged(age));
	await emil.getByRole('button', { name: 'Gem' }).click();
	await expect(page.getByRole('status')).toContainText('Fødselsdatoen er gemt.');
	await emil.getByText('Ret fødselsdatoen').click();
	await expect(born).toHaveValue(aged(age));
});
