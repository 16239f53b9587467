/** Offers tied to goals: to those of the household, of a child or one's own, and to none that is off the plan. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { idOf } from '../../policies/labels.ts';
import { fieldsOf, read, undoOf } from '../house.ts';

interface Around {
	page: (path: string, who: string) => Promise<string>;
	post: (path: string, who: string, fields: Record<string, string>) => Promise<Response>;
	family: string;
	/** The grown-up whose own goal `mine` is, another parent, a young person and the coordinator. */
	owner: string;
	other: string;
	young: string;
	coordinator: string;
	mine: string;
}

/** On the server of own-goal.test.ts: a second one would only start again. */
export function tiedToGoals({ page, post, family, owner, other, young, coordinator, mine }: Around): void {
	/** The goals an offer may be tied to on this page. */
	async function choices(path: string, who: string): Promise<string[]> {
		const select = /<select[^>]*name="goal"[^]*?<\/select>/.exec(await page(path, who))?.[0] ?? '';
		return [...select.matchAll(/<option[^>]*>([^<]*)/g)].map(([, title]) => title!.trim());
	}
	const offer = (n: number) => idOf(`large offer ${n}`);

	test("an offer is tied to nobody else's own goal", async () => {
		const own = { family, offer: offer(101), about: idOf(young) };
		expect(
			(await post(`/offers/${offer(101)}?/answer`, young, { id: v7(), ...own, state: 'interested' })).status,
		).toBe(303);
		const aim = v7();
		await post('/plan?/add', young, {
			id: aim,
			family,
			parent: '',
			about: idOf(young),
			title: 'Et fritidsjob',
			area: '',
			sign: '',
			dueOn: '',
		});

		const youngs = await choices(`/offers/${offer(101)}`, young);
		expect(youngs).toEqual(expect.arrayContaining(['Mål 1', 'Et fritidsjob']));
		expect(youngs).not.toContain('Løbe en halv time');
		const parents = await choices(`/offers/${offer(1)}`, other);
		expect(parents).toEqual(expect.arrayContaining(['Mål 1', 'Et fritidsjob', 'Male skuret']));
		expect(parents).not.toContain('Løbe en halv time');
		expect(await choices(`/offers/${offer(1)}`, owner)).toContain('Løbe en halv time');

		const tie = async (who: string, fields: Record<string, string>) => {
			const at = `/offers/${fields.offer}`;
			const { drawnFrom } = fieldsOf(await page(at, who), '?/tie"', `name="about" value="${fields.about}"`);
			return post(`${at}?/tie`, who, { ...fields, drawnFrom: drawnFrom! });
		};
		for (const goal of [idOf('large goal 1'), aim])
			expect((await tie(young, { ...own, goal })).status).toBe(303);
		const household = { family, offer: offer(1), about: '' };
		for (const answer of [
			await tie(young, { ...own, goal: mine }),
			await tie(other, { ...household, goal: mine }),
		]) {
			expect(answer.status).toBe(400);
			expect(read(await answer.text())).toContain('Det er en andens eget mål.');
		}
	});

	test('the coordinator suggests for any goal in the plan, and what an offer is for stays among the choices', async () => {
		const there = `/families/${family}/offers/${offer(102)}`;
		expect(await choices(there, coordinator)).toContain('Løbe en halv time');
		const suggestion = { id: v7(), offer: offer(102), goal: mine, about: '', reason: 'Her løber de sammen' };
		expect((await post(`${there}?/suggest`, coordinator, suggestion)).status).toBe(303);
		const ours = `/offers/${offer(102)}`;
		expect(await choices(ours, other)).toContain('Løbe en halv time');
		const given = { family, offer: offer(102), about: '' };
		expect((await post(`${ours}?/answer`, other, { id: v7(), ...given, state: 'interested' })).status).toBe(
			303,
		);
		expect((await post(`${ours}?/tie`, other, { ...given, goal: mine })).status).toBe(303);
		expect(await page(ours, other)).toMatch(
			/<option[^>]*value="[^"]*"[^>]*selected[^>]*>\s*Løbe en halv time/,
		);
		expect((await post(`${ours}?/tie`, other, { ...given, goal: '', drawnFrom: mine })).status).toBe(303);
		expect(await choices(ours, other)).not.toContain('Løbe en halv time');
	});

	test('what is tied to a goal that is off the plan is an offer without a goal, until it is put back', async () => {
		const [goal, step] = [v7(), v7()];
		const said = { family, about: '', area: '', sign: '', dueOn: '' };
		await post('/plan?/add', other, { id: goal, parent: '', title: 'Spille skak sammen', ...said });
		await post('/plan?/add', other, { id: step, parent: goal, title: 'Finde brættet frem', ...said });
		const taken = (n: number) => ({ family, offer: offer(n), about: '' });
		for (const [n, tied] of [
			[103, goal],
			[104, step],
		] as const) {
			const there = `/offers/${offer(n)}`;
			await post(`${there}?/answer`, other, { id: v7(), ...taken(n), state: 'interested' });
			expect((await post(`${there}?/tie`, other, { ...taken(n), goal: tied })).status).toBe(303);
		}
		const suggesting = (n: number) => `/families/${family}/offers/${offer(n)}?/suggest`;
		const suggestion = (n: number) => ({
			id: v7(),
			offer: offer(n),
			goal,
			about: '',
			reason: 'Skak er for alle',
		});
		expect((await post(suggesting(107), coordinator, suggestion(107))).status).toBe(303);
		const seen = async () =>
			Promise.all(
				(
					[
						[`/offers/${offer(103)}`, other],
						[`/offers/${offer(104)}`, other],
						['/offers', other],
						[`/families/${family}`, coordinator],
					] as const
				).map(async ([path, who]) => {
					const words = await page(path, who);
					const offers = words.slice(words.search(/[Tt]ilbud|<h2/));
					return /mål:?[^]{0,80}(Spille skak sammen|Finde brættet frem)/.test(offers);
				}),
			);
		const before = await seen();
		expect(before).toEqual(before.map(() => true));
		const back = undoOf(await post(`/plan/${goal}?/remove`, other, { id: goal, drawnFrom: '0' }));
		expect(await seen()).toEqual(before.map(() => false));

		// From a page that is as it was.
		for (const [n, tied] of [
			[103, goal],
			[105, step],
		] as const) {
			const there = `/offers/${offer(n)}`;
			await post(`${there}?/answer`, other, { id: v7(), ...taken(n), state: 'interested' });
			const tie = await post(`${there}?/tie`, other, { ...taken(n), goal: tied });
			expect(tie.status).toBe(409);
			expect(read(await tie.text())).toMatch(/role="alert"[^]{0,700}Målet er taget ud af planen/);
		}
		const suggested = await post(suggesting(106), coordinator, { _form: 'suggest', ...suggestion(106) });
		expect(suggested.status).toBe(409);
		const answer = read(await suggested.text());
		expect(answer).toMatch(/role="alert"[^]{0,700}Målet er taget ud af planen/);
		expect(answer).toContain('Skak er for alle');

		await post(back.action, other, back.fields);
		expect(await seen()).toEqual(before);
	});
}
