/** One's own answers, and who sees them, work before and without scripts. */
import { expect, test } from 'vitest';
import { withoutScripts } from './browser.ts';
import { sharing } from './wellbeing/sharing.ts';

const house = withoutScripts('without scripts, wellbeing');
const { as } = house;
const send = 'Gem mit svar. Kun jeg kan se det.';

test('a parent answers WHO-5, goes back to a question, and takes the answer back', async () => {
	const mother = await as('parent', '/wellbeing/who5/answer');
	for (const [step, answer] of ['Det meste af tiden', 'Hele tiden', 'Lidt af tiden'].entries()) {
		expect(mother.page.words).toContain(`Spørgsmål ${step + 1} af 5`);
		await mother.press(answer);
	}
	await mother.follow('Tilbage');
	expect(mother.page.words).toContain('Spørgsmål 3 af 5');
	expect(mother.page.pressed).toEqual(['Lidt af tiden']);
	for (const answer of Array<string>(3).fill('Det meste af tiden')) await mother.press(answer);
	expect(mother.page.heading).toBe('Er det rigtigt?');
	await mother.press(send);
	expect(mother.page.receipt).toContain('Gemt. Kun du kan se det.');
	// 4 + 5 + 4 + 4 + 4, times 4; much better than the 32 she began with.
	expect(mother.page.words).toContain('Dit seneste svar: 84 af 100');
	expect(mother.page.words).toContain('Du har det bedre end første gang (i ');
	expect(mother.page.html).toMatch(/role="img"[^>]*aria-label="Kurve med 9 svar/);
	await mother.press('Fortryd');
	expect(mother.page.receipt).toContain('Svaret er slettet');
	await mother.open('/wellbeing/who5');
	expect(mother.page.words).toContain('Dit seneste svar: 52 af 100');
});

test('a draft survives, and can be thrown away', async () => {
	const young = await as('young-person', '/wellbeing/who5/answer');
	await young.press('Det meste af tiden');
	expect(young.page.words).toContain('Spørgsmål 2 af 5');
	expect(young.page.words).toContain('fortsætte en anden dag');
	await young.open('/wellbeing');
	expect(young.page.words).toContain('1 af 5 svar er gemt');
	await young.follow('Fortsæt');
	expect(young.page.words).toContain('Spørgsmål 2 af 5');
	await young.open('/wellbeing');
	await young.press('Slet det');
	expect(young.page.receipt).toContain('slettet');
	expect(young.page.words).not.toContain('svar er gemt');
});

test('a low answer shows whom one can call, before and after it is sent', async () => {
	const father = await as('stranger-parent', '/wellbeing/who5/answer');
	for (let step = 1; step <= 5; step++) {
		expect(father.page.words).toContain(`Spørgsmål ${step} af 5`);
		await father.press('Lidt af tiden');
	}
	const lifeline = () => father.page.link(/^Ring til Livslinien/);
	expect(lifeline()).toBe('tel:70201201');
	expect(father.page.link(/^Ring til Kommunens vagttelefon/)).toMatch(/^tel:/);
	expect(father.page.words).toContain('Der sidder ingen og læser med');
	await father.press(send);
	expect(father.page.words).toContain('det er ikke en diagnose');
	expect(lifeline()).toBe('tel:70201201');
});

test('a draft begun before goes on where it stopped', async () => {
	const father = await as('other-parent', '/wellbeing');
	expect(father.page.words).toContain('2 af 5 svar er gemt');
	await father.follow('Fortsæt');
	expect(father.page.words).toContain('Spørgsmål 3 af 5');
	// The address cannot jump over what is not answered.
	await father.open('/wellbeing/who5/answer?step=6');
	expect(father.page.words).toContain('Spørgsmål 3 af 5');
});

test('a child gets faces, and the children’s line first', async () => {
	const child = await as('child', '/wellbeing');
	expect(child.page.words).not.toContain('Livets stige');
	await child.open('/wellbeing/smiley/answer');
	// Of one question, how it is today, there is nothing to go on with another day.
	expect(child.page.words).not.toContain('fortsætte en anden dag');
	await child.press('Meget ked af det');
	expect(child.page.link(/^Ring til/)).toBe('tel:116111');
	await child.press(send);
	expect(child.page.words).toContain('Dit seneste svar: Meget ked af det');
	// A grown-up to talk with, one number, and the others when they are asked for.
	expect(child.page.words).toMatch(/en på din skole eller Mette Krogh, som hjælper jer\. BørneTelefonen/);
	expect(child.page.words).toMatch(/BørneTelefonen 116 111(?:(?!Livslinien|112).)*Flere, du kan ringe til/);
	// Somebody to talk with comes before the number and before being asked again.
	const { words, presses } = child.page;
	expect(words.indexOf('Nogen at tale med')).toBeLessThan(words.indexOf('Dit seneste svar'));
	expect(presses.findIndex((name) => name.startsWith('Ring til'))).toBeLessThan(presses.indexOf('Svar igen'));
	expect((await child.open('/wellbeing/ladder/answer')).status).toBe(404);
});

test('beside one hard answer, the number is not called well', async () => {
	const mother = await as('parent', '/wellbeing/who5/answer');
	for (const answer of [...Array<string>(4).fill('Det meste af tiden'), 'På intet tidspunkt']) {
		await mother.press(answer);
	}
	await mother.press(send);
	expect(mother.page.words).toContain('Et af dine svar lyder, som om noget er svært.');
	expect(mother.page.words).not.toContain('Tallet');
	// A person before a line, and the number for danger last.
	expect(mother.page.words).toMatch(
		/Mette Krogh er jeres koordinator\. Ring til kommunen, og spørg efter Mette Krogh\. Ring til Egelund Kommune: 00 00 00 13 .+ Livslinien .+ 112 Når nogen er i fare lige nu/,
	);
});

test('own scales: bad input comes back, a scale is made, answered and stopped', async () => {
	const father = await as('other-parent', '/wellbeing/scales');
	const [name, low] = ['Hvad skal den hedde?', 'Hvad betyder 0?'];
	await father.press('Gem skalaen', { [name]: 'Mine knæ' });
	expect(father.page.beside(low)).toContain('Skriv, hvad 0 betyder');
	expect(father.page.value(name)).toBe('Mine knæ');
	await father.press('Gem skalaen', {
		Kroppen: true,
		[low]: 'Jeg kan ikke gå på trapper',
		'Hvad betyder 10?': 'Jeg løber en tur',
	});
	expect(father.page.receipt).toContain('Skalaen er klar');

	await father.open('/wellbeing');
	await father.follow('Svar nu', { within: 'Mine knæ' });
	await father.press('4');
	await father.press(send);
	expect(father.page.words).toContain('Målet er halvanden gang så meget: 6');
	await father.open('/wellbeing/scales');
	await father.press('Stop med Mine knæ');
	expect(father.page.receipt).toContain('Dine svar er her stadig');
	await father.follow('Mine knæ');
	expect(father.page.words).toContain('Dit seneste svar: 4 af 10');
	expect(father.page.presses).not.toContain('Svar igen');
});

test('WHO-5 is not offered in a language without a sheet; who wants to may choose one that has it', async () => {
	const mother = await as('parent', '/wellbeing', 'ar');
	expect(mother.page.cards('WHO-5')[0]).toContain('لا يجوز ترجمة');
	await mother.open('/wellbeing/who5/answer');
	expect(mother.page.path).toBe('/wellbeing');
	await mother.follow(/Dansk/, { within: 'WHO-5' });
	for (const asked of ['glad og i godt humør', 'rolig og afslappet']) {
		expect(mother.page.heading).toContain(asked);
		expect(mother.page.headingLanguage).toBe('da');
		await mother.press('Hele tiden');
	}
	await mother.open('/wellbeing/ladder/answer');
	expect(mother.page.heading).toBe('على أي درجة من السلّم تشعر أنك تقف الآن؟');
});

sharing(house);
