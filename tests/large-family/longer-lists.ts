/** What the rooms read of lists that are longer than is shown. */
import { beforeAll, describe, expect, test } from 'vitest';
import { coordinator, family, first, parent, type LargeHouse } from './house.ts';
import { longerLists } from './large-family.ts';
import { idOf } from '../policies/labels.ts';

/** In the large family of src/lib/reads.alone.test.ts, after what is read of it as it is: making it takes seconds. */
export function longerThanShown(house: () => LargeHouse): void {
	describe('where lists are longer than is shown', () => {
		let now: Date;
		beforeAll(async () => {
			now = house().now;
			await house().exec(longerLists());
		}, 120_000);
		const as = (person: string) => house().as(person);

		test('of a list that is longer than is shown, the first come, what is in force with them, and that there are more', async () => {
			const sharing = await import('../../src/lib/sharing/sharing.server.ts');
			const today = now.toISOString().slice(0, 10);
			const ended = (from: number, to: number) =>
				sharing.ended(as(parent), parent, coordinator, today, { from, to, step: 20 });
			expect(await ended(0, 20)).toMatchObject({ rows: { length: 20 }, of: 104 });
			const before = [...(await ended(0, 90)).rows, ...(await ended(90, 110)).rows];
			expect(new Set(before.map(({ id }) => id)).size).toBe(104);
			expect(
				before.findIndex(({ withdrawnAt }) => withdrawnAt),
				'those that ran out first',
			).toBe(2);
			expect(await sharing.inForce(as(parent), parent, today), 'what holds is no part of it').toHaveLength(1);

			const team = await import('../../src/lib/team/team.server.ts');
			const choices = await team.choicesOf(as(parent), family);
			expect(choices).toMatchObject({ rows: { length: 101 }, isCut: true });
			expect(choices.rows.at(-1)).toMatchObject({ name: 'Fagperson 001', answer: 'accepted', endedAt: null });
			const { standing } = await team.standingOf(as(parent), family, now);
			expect(standing).toMatchObject({
				coordinator: { id: coordinator },
				role: { id: idOf('large choice') },
			});

			const meetings = await import('../../src/lib/meetings/meetings.server.ts');
			const id = idOf('large meeting 300');
			const meeting = await meetings.get(as(parent), id, now);
			expect(meeting!.points).toMatchObject({ rows: { length: 200 }, from: 0, to: 200, of: 201 });
			const agenda = await meetings.points(as(parent), id, { from: 200, to: 400, step: 200 });
			expect(agenda).toMatchObject({ from: 200, of: 230 });
			const points = [...meeting!.points.rows, ...agenda.rows];
			expect(new Set(points.map((point) => point.id)).size).toBe(230);
			expect(points.map(({ fromFamily }) => fromFamily).lastIndexOf(true), 'the family’s first').toBe(200);
			for (const side of [points.slice(0, 201), points.slice(201)])
				expect(side.map(({ createdAt }) => Date.parse(createdAt))).toEqual(
					side.map(({ createdAt }) => Date.parse(createdAt)).sort((a, b) => a - b),
				);

			const plan = await import('../../src/lib/plan/plan.server.ts');
			const elsewhere = await plan.listFromOtherHomes(as(parent), [{ id: family, role: 'parent' }]);
			expect(elsewhere).toHaveLength(201);
			expect(elsewhere[0]!.title).toBe('Mål 1');
			const third = idOf('a third home of the child');
			await house().exec(`
			set session_replication_role = replica;
			insert into public.member (id, family_id, person_id, role)
			values ('${third}', '${third}', '${idOf('large child 1')}', 'child');
			insert into public.goal (id, family_id, plan_id, about_id, title, position)
			select gen_random_uuid(), '${third}', gen_random_uuid(), '${idOf('large child 1')}', 'Der ' || n, 300 + n
			from generate_series(1, 1000) n;
			reset session_replication_role`);
			const everywhere = await plan.listFromOtherHomes(as(parent), [{ id: family, role: 'parent' }]);
			expect(new Set(everywhere.map(({ id }) => id)).size, 'of several homes, more than come at once').toBe(
				1201,
			);
			await house().exec(`
			delete from public.goal where title like 'Der %';
			set session_replication_role = replica;
			delete from public.member where id = '${third}';
			reset session_replication_role`);
		}, 120_000);

		test('whatever has been in one’s calendar is reached, stretch after stretch, each meeting once and in order', async () => {
			const { past } = await import('../../src/lib/meetings/lists.server.ts');
			const seen: string[] = [];
			let after: string | undefined;
			do {
				const read = (to: number) =>
					past(
						as(parent),
						parent,
						[{ id: family, role: 'parent' }],
						now,
						{ from: Math.max(0, to - 200), to, step: 20 },
						after ?? null,
					);
				for (let to = 200; ; to += 200) {
					const stretch = await read(to);
					expect(stretch.after).toBe(after);
					seen.push(...stretch.rows.filter(({ id }) => !seen.includes(id)).map(({ id }) => id));
					if (stretch.next || stretch.to >= stretch.of) {
						after = stretch.next;
						break;
					}
				}
			} while (after);
			const all = await house().rows<{ id: string }>(`
			select id from public.meeting where ends_at <= '${now.toISOString()}'
				and family_id in ('${family}', '${idOf('large family 2')}') order by starts_at desc, id desc`);
			expect(all.length).toBe(1350);
			expect(seen).toEqual(all.map(({ id }) => id));
			const unknown = await past(
				as(parent),
				parent,
				[{ id: family, role: 'parent' }],
				now,
				first(20),
				idOf('nowhere'),
			);
			expect(unknown).toMatchObject({ from: 0, after: undefined });
			expect(unknown.rows[0]!.id).toBe(seen[0]);
		}, 120_000);
	});
}
