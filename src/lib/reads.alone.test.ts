/**
 * What the rooms read of the large family, through the embedded server and as the person: every read is bounded, and
 * what it shows first is what is newest.
 */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { danishDay } from './i18n/format.ts';
import {
	coordinator,
	family,
	first,
	largeHouse,
	lead,
	municipality,
	parent,
	type LargeHouse,
} from '../../tests/large-family/house.ts';
import { longerThanShown } from '../../tests/large-family/longer-lists.ts';
import { idOf } from '../../tests/policies/labels.ts';

vi.mock('$env/dynamic/private', () => ({ env: {} }));

let house: LargeHouse;
let now: Date;
beforeAll(async () => {
	house = await largeHouse();
	now = house.now;
}, 120_000);
afterAll(() => house.close());
const as = (person: string) => house.as(person);
const exec = (sql: string) => house.exec(sql);

test('with 200 newer notes on one goal, the others have theirs', async () => {
	const plan = await import('./plan/plan.server.ts');
	const latest = await plan.latestNotes(as(parent), [family], 1);
	expect(latest.map(({ note }) => note).sort()).toEqual([
		'Note 1',
		'Note 2',
		...[1, 2, 3, 4, 5, 6].map((n) => `Note 20${n}`),
	]);
	const notes = await plan.notes(as(parent), idOf('large goal 2'), first(20));
	expect(notes.rows[0]!.note).toBe('Note 201');
	expect(notes).toMatchObject({ from: 0, to: 20, of: 67 });
	expect(await plan.list(as(parent), [family])).toHaveLength(200);
	expect((await plan.branch(as(parent), idOf('large goal 2')))?.id).toBe(idOf('large goal 2'));
	expect(await plan.branch(as(parent), idOf('large family'))).toBeNull();
	const wording = await import('./plan/wording.server.ts');
	expect(Object.keys(await wording.firstWordsOf(as(coordinator), family))).toHaveLength(200);
	await exec(`
		insert into public.plan_visit (person_id, family_id, visited_at)
		values ('${coordinator}', '${family}', now() - interval '2.5 hours')`);
	expect(await plan.news(as(coordinator), { byName: false, part: '' }, first(40))).toMatchObject({
		rows: [{ familyId: family, goals: 1 }],
		of: 1,
	});
}, 120_000);

test('the next meeting is found without the 290 before it, and those in parts', async () => {
	const meetings = await import('./meetings/meetings.server.ts');
	const lists = await import('./meetings/lists.server.ts');
	const ours = [{ id: family, role: 'parent' as const }];
	const ahead = await lists.ahead(as(parent), parent, ours, now);
	expect(ahead.next?.purpose).toBe('Møde 291');
	const week = new Date(now.getTime() - 7 * 86400e3);
	const coming = await lists.coming(as(parent), parent, ours, [week, now], first(40));
	expect(coming.ahead).toMatchObject({ from: 0, to: 10, of: 10 });
	const part = await lists.coming(as(parent), parent, ours, [week, now], first(4));
	expect(part.ahead).toMatchObject({ from: 0, to: 4, of: 5 });
	expect(part.ahead.rows).toEqual(coming.ahead.rows.slice(0, 4));
	const rest = await lists.coming(as(parent), parent, ours, [week, now], { from: 4, to: 8, step: 4 });
	expect(rest.ahead.rows).toEqual(coming.ahead.rows.slice(4, 8));
	const past = await lists.past(as(parent), parent, ours, now, first(20));
	expect(past.rows[0]!.purpose).toBe('Møde 290');
	expect(past).toMatchObject({ from: 0, to: 20, of: 290 });
	const further = await lists.past(as(parent), parent, ours, now, { from: 60, to: 260, step: 20 });
	expect(further.rows.at(-1)!.purpose).toBe('Møde 31');
	const theirs = await lists.aheadOf(as(coordinator), family, now, first(4));
	expect(theirs).toMatchObject({ from: 0, to: 4, of: 5 });
	expect(theirs.rows[0]!.purpose).toBe('Møde 291');
	expect(Object.keys(await meetings.nextOf(as(coordinator), [family], now))).toEqual([family]);
	expect(Date.parse((await meetings.lastHeld(as(coordinator), family, now))!)).toBeLessThan(now.getTime());
}, 120_000);

test('offers: open suggestions first, one by itself, every place once though there are 1,100 offers', async () => {
	const offers = await import('./offers/offers.server.ts');
	const ours = await offers.ofFamilies(as(parent), [family], 'any', first(20));
	expect(ours).toMatchObject({ to: 20, of: 60 });
	expect(ours.rows[0]!.state).toBe('suggested');
	const over = await offers.ofFamilies(as(parent), [family], 'over', { from: 0, to: 60, step: 20 });
	expect(new Set(over.rows.map(({ state }) => state))).toEqual(new Set(['finished']));
	expect(over.rows).toHaveLength(over.of);
	expect(await offers.toAnswer(as(parent))).toBe(20);
	expect(await offers.withOffer(as(parent), [family], idOf('large offer 7'))).toHaveLength(1);
	const all = { words: '', area: null, age: null, town: '' };
	const found = await offers.search(as(parent), all, [family], [municipality], first(40));
	expect(found.offers).toMatchObject({ from: 0, to: 40, of: 41 });
	expect(found.offers.rows.filter(({ state }) => state)).toHaveLength(40);
	expect(found.offers.rows.find(({ id }) => id === idOf('large offer 7'))!.state).toBe(
		(await offers.withOffer(as(parent), [family], idOf('large offer 7')))[0]!.state,
	);
	const further = { from: 1080, to: 1280, step: 40 };
	const last = await offers.search(as(parent), all, [family], [municipality], further);
	expect(last.offers).toMatchObject({ from: 1080, to: 1100, of: 1100 });
	expect(last.offers.rows.filter(({ state }) => state)).toEqual([]);
	expect(await offers.cataloguesOf(as(parent), [family])).toEqual([municipality]);
	expect(await offers.places(as(parent), [municipality])).toMatchObject({
		rows: { length: 300 },
		isCut: false,
	});
	const catalogue = await import('./offers/catalogue.server.ts');
	const listed = await catalogue.list(as(lead), municipality, 'offered', first(40));
	expect(listed).toMatchObject({ to: 40, of: 1100 });
	expect(await catalogue.list(as(lead), municipality, 'retired', first(40))).toMatchObject({ of: 0 });
	expect((await catalogue.get(as(lead), municipality, idOf('large offer 1100')))?.title).toBe('Tilbud 1100');
}, 120_000);

test('well-being: the newest of each instrument, and the answer that change is measured from', async () => {
	const wellbeing = await import('./wellbeing/wellbeing.server.ts');
	const drafts = await import('./wellbeing/drafts.server.ts');
	const scales = await import('./wellbeing/scales.server.ts');
	const enrolled = new Date(now.getTime() - 1500 * 86400e3).toISOString().slice(0, 10);
	const overview = await wellbeing.overview(as(parent), enrolled);
	expect(overview).toHaveLength(2 * 9);
	const who5 = { topic: 'who5', scaleId: null } as const;
	const curve = await wellbeing.curveOf(as(parent), parent, who5, enrolled);
	expect(curve).toHaveLength(201);
	expect(curve[0]!.id).toBe(idOf('large rating 1499'));
	expect(curve.at(-1)!.id).toBe(idOf('large rating 1'));
	expect(await wellbeing.answersOf(as(parent), parent, who5, first(30))).toMatchObject({ to: 30, of: 1200 });
	expect(await wellbeing.countUntil(as(parent), parent, 'who5', now.toISOString())).toBe(1200);
	expect(await wellbeing.countUntil(as(parent), parent, 'who5', `${enrolled}T00:00:00Z`)).toBe(0);
	expect((await wellbeing.latest(as(parent), parent))?.points).toHaveLength(8);
	expect(await drafts.list(as(parent), parent)).toEqual([]);
	expect(await drafts.of(as(parent), parent, who5)).toHaveLength(5);
	expect(await scales.list(as(parent), parent)).toEqual([]);
}, 120_000);

test('sharing: choices in force, the log in parts, and what is read', async () => {
	const sharing = await import('./sharing/sharing.server.ts');
	const log = await import('./sharing/log.server.ts');
	const shared = await import('./sharing/shared.server.ts');
	const today = now.toISOString().slice(0, 10);
	expect(await sharing.inForce(as(parent), parent, today)).toHaveLength(2);
	expect(await sharing.ended(as(parent), parent, coordinator, today, first(20))).toMatchObject({ of: 0 });
	expect(await sharing.nameShared(as(parent), parent, coordinator)).toBe('Fagperson 001');
	expect(await sharing.nameShared(as(parent), parent, lead)).toBeNull();
	expect(await sharing.professionals(as(parent), [family])).toHaveLength(10);
	expect((await sharing.professionals(as(parent), [family]))[0]).toMatchObject({
		id: coordinator,
		isCoordinator: true,
	});
	expect(await sharing.readers(as(parent), parent, [family], today)).toHaveLength(2);
	expect(await log.reads(as(parent), parent, first(30))).toMatchObject({ to: 30, of: 300 });
	expect(await log.readsBy(as(parent), parent, coordinator, 'who5')).toHaveLength(2);
	expect(await log.recentReads(as(parent), parent, '2020-01-01T00:00:00Z')).toHaveLength(3);
	expect(await shared.sharedWith(as(coordinator), coordinator, family)).toHaveLength(2);
	const read = await shared.readShared(as(coordinator), family, null);
	expect(read.filter(({ topic }) => topic === 'who5')).toHaveLength(201);
	expect(await log.reads(as(parent), parent, first(30))).toMatchObject({ of: 302 });
}, 120_000);

test('people, families and invitations', async () => {
	const team = await import('./team/team.server.ts');
	const around = await team.teamOf(as(parent), [family]);
	expect(around).toHaveLength(10);
	expect(around[0]).toMatchObject({ id: coordinator, name: 'Fagperson 001' });
	expect(around[0]!.coordinatorSince).not.toBeNull();
	expect(await team.choicesOf(as(parent), family)).toMatchObject({
		rows: [{ name: 'Fagperson 001', askedBy: 'Storm Stor' }],
		isCut: false,
	});
	expect(await team.openQuestionsTo(as(coordinator), coordinator, first(20))).toMatchObject({ of: 0 });
	const members = await import('./family/family.server.ts');
	expect(await members.members(as(parent), [family])).toHaveLength(8);
	expect(await members.born(as(parent), [family])).toHaveLength(8);
	const staff = await import('./staff/families.server.ts');
	expect(await staff.among(as(coordinator), coordinator, [family, idOf('large family 2')])).toMatchObject([
		{ id: family, isCoordinator: true },
	]);
	const office = await import('./office/office.server.ts');
	const enrolled = await office.families(as(lead), municipality, { own: [], part: '' }, first(40));
	expect(enrolled).toMatchObject({ to: 40, of: 150 });
	const those = await office.families(as(lead), municipality, { own: [], part: 'familien 1' }, first(40));
	expect(those).toMatchObject({ to: 40, of: 51 });
	const begun = danishDay(new Date(now.getTime() - 2 * 86400e3));
	expect(enrolled.rows[0]).toEqual({
		id: idOf('large family 2'),
		name: 'Familien 002',
		enrolledOn: begun,
		endedOn: null,
	});
	const to = (part: string, chosen: string | null = null) =>
		office.choosableFamilies(as(lead), municipality, [], { part, chosen });
	expect(await to('')).toMatchObject({ rows: { length: 150 }, isCut: false });
	const one = (await to('')).rows[70]!;
	expect(await to(one.name.toUpperCase())).toMatchObject({ isCut: false });
	expect((await to(one.name.toUpperCase())).rows).toContainEqual(one);
	expect(await to('nobody is called this', one.id), 'the chosen one stays').toMatchObject({ rows: [one] });
	await exec(`update public.enrolment set ended_on = private.today() where family_id = '${one.id}'`);
	expect((await to('', one.id)).rows, 'who takes part no more is not invited into').toHaveLength(149);
	expect((await office.organisations(as(lead), municipality, '')).isCut).toBe(false);
	const colleagues = await import('./office/colleagues.server.ts');
	const here = await colleagues.list(as(lead), municipality, first(40));
	expect(here).toMatchObject({ to: 40, of: 150 });
	expect(here.rows[0]!.jobs).toMatchObject([{ profession: 'Familiekonsulent', place: 'Storby Kommune' }]);
	expect(await colleagues.places(as(lead), municipality, first(40))).toMatchObject({ of: 1 });
	const jobs = await import('./staff/jobs.server.ts');
	const job = { id: idOf('large job 1'), personId: coordinator };
	expect(await jobs.endingOf(as(coordinator), job, first(40))).toMatchObject({
		families: { rows: [{ id: family, isCoordinator: true }], of: 1 },
		isCoordinator: true,
		shares: { rows: [{ topic: 'who5' }, { topic: 'ladder' }], isCut: false },
	});
	expect(await jobs.endingOf(as(lead), job, first(40))).toMatchObject({
		families: { rows: [{ id: family, isCoordinator: true }] },
		shares: { rows: [] },
	});
	const invitation = await import('./invitation/invitation.server.ts');
	const invited = await invitation.ofMunicipality(as(lead), now, first(20), municipality, []);
	expect(invited).toMatchObject({ to: 20, of: 120 });
	expect(invited.rows[0]).toMatchObject({
		inviteeName: 'Gæst 1',
		state: 'waits',
		inviterName: 'Fagperson 010',
	});
	const shaping = await import('./team/shaping.server.ts');
	expect(await shaping.colleagues(as(lead), municipality, '')).toMatchObject({
		rows: { length: 150 },
		isCut: false,
	});
	const somebody = (await shaping.colleagues(as(lead), municipality, '')).rows[70]!;
	const found = await shaping.colleagues(as(lead), municipality, somebody.name.toUpperCase());
	expect(found.rows).toContainEqual(somebody);
	expect(found.rows.length).toBeLessThan(150);
	expect(await shaping.colleagues(as(lead), municipality, '%')).toMatchObject({ rows: [] });
}, 120_000);

test('a plan of 200 goals is agreed, and read as it stood beside what is different now', async () => {
	const { agree, datesOf, differences, get, goalsOf, latest, newestOf, asRead } =
		await import('./plan/agreed.server');
	const [ours, theirs] = [as(parent), as(coordinator)];
	const id = idOf('large version');
	const read = await asRead(ours, family);
	await agree(ours, { id, family, meeting: null, present: [coordinator], asRead: read });
	for (const db of [ours, theirs]) {
		const version = await get(db, id);
		expect(version?.present).toHaveLength(2);
		expect(await goalsOf(db, version!)).toHaveLength(200);
		expect(await differences(db, id, first(15))).toMatchObject({ rows: [], of: 0 });
	}
	await exec(`update public.goal set title = title || '!' where family_id = '${family}'`);
	expect(await differences(theirs, id, first(15))).toMatchObject({ rows: { length: 15 }, of: 200 });
	expect((await latest(theirs, [family]))[family]).toMatchObject({ changed: 200, walked: 0 });
	const agreedAt = (await get(theirs, id))!.agreedAt;
	expect((await datesOf(theirs, family, { from: 0, to: 10, step: 10 })).rows[0]).toEqual({ id, agreedAt });
	expect(await newestOf(theirs, family)).toBe(id);
	const then = await goalsOf(theirs, (await get(theirs, id))!);
	expect(then.some(({ title }) => title.endsWith('!'))).toBe(false);
}, 120_000);

longerThanShown(() => house);
