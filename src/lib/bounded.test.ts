/** Every read says its order and its limit, and what a limit cuts off is told: nothing is missing without a word (what is read: reads.alone.test.ts). */
import { describe, expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { embedsOf, keysOf } from '../../tests/bounded/embeds.ts';
import { constantsOf, unbounded, wholeIn } from '../../tests/bounded/reads.ts';

const folder = new URL('../', import.meta.url);
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
	(name) => name.endsWith('.ts') && !/\.(test|types|d)\.ts$/.test(name),
);
/** Only these may ask the database (eslint.directions.js). */
const asks = /server\.ts$|^lib\/server\//;
const files = new Map(names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]));
const keys = keysOf(readFileSync(new URL('lib/server/database.types.ts', folder), 'utf8'));
const known = constantsOf(files);

test('every read says its order and its limit, and is of one, of all, or of a part that tells whether there is more', () => {
	const reads = [...files].filter(([name]) => asks.test(name));
	expect(reads.length).toBeGreaterThan(50);
	expect(reads.flatMap(([name, text]) => unbounded(name, text, known, keys))).toEqual([]);
});

/** As many as a page asks for by their ids, of which it shows at most 200 (`widest`). */
const asked: string[] = [];
/**
 * What is read whole, and by which rules and keys of the database it stays below what the API hands out of one answer
 * (1,000), which rows() refuses: a page that fails for those who have much.
 */
const whole: Record<string, string[]> = {
	'lib/enrolment/enrolment.server.ts enrolment': ['families_at_most_six', 'enrolments_at_most_a_hundred'],
	'lib/enrolment/enrolment.server.ts enrolment tiers': ['tiers_at_most_a_hundred'],
	'lib/family/background.server.ts family': ['families_at_most_six'],
	'lib/family/background.server.ts municipality': ['families_at_most_six', 'jobs_at_most_twenty'],
	'lib/family/family.server.ts family': asked,
	'lib/family/family.server.ts family members': ['family_at_most_150'],
	'lib/family/family.server.ts member': ['families_at_most_six', 'family_at_most_150'],
	'lib/invitation/invitation.server.ts invitation': asked,
	// Who belongs to the family, or is in its team, may be asked, and the parents of a child's other homes.
	'lib/meetings/lists.server.ts meeting attendees': [
		'asked_once',
		'family_at_most_150',
		'team_at_most_forty',
	],
	'lib/meetings/meetings.server.ts meeting attendees': [
		'asked_once',
		'family_at_most_150',
		'team_at_most_forty',
	],
	'lib/meetings/meetings.server.ts family': asked,
	// With those of families they were in: there are 98 in the country.
	'lib/notice/notice.server.ts municipality': ['families_at_most_six', 'jobs_at_most_twenty'],
	'lib/offers/offers.server.ts family': ['families_at_most_six'],
	'lib/offers/offers.server.ts family_offer': [
		'offer_once_for_each',
		'families_at_most_six',
		'family_at_most_150',
	],
	'lib/office/colleagues.server.ts person jobs': ['jobs_at_most_twenty'],
	'lib/plan/agreed.server.ts plan_version present': ['family_at_most_150', 'team_at_most_forty'],
	'lib/plan/agreed.server.ts plan_version yes': ['family_at_most_150'],
	'lib/plan/plan.server.ts plan': ['families_at_most_six'],
	'lib/sharing/shared.server.ts share': ['family_at_most_150', 'replace_share'],
	'lib/sharing/sharing.server.ts share': ['families_at_most_six', 'team_at_most_forty', 'replace_share'],
	'lib/sharing/sharing.server.ts team_member': ['families_at_most_six', 'team_at_most_forty'],
	'lib/sharing/sharing.server.ts coordinator_choice': ['families_at_most_six', 'one_coordinator_per_family'],
	'lib/staff/families.server.ts team_member': ['team_member_once'],
	'lib/staff/profile.server.ts job': ['jobs_at_most_twenty'],
	'lib/team/arrivals.server.ts team_member': ['family_said_no'],
	'lib/team/team.server.ts family': asked,
	'lib/team/team.server.ts family team': ['team_at_most_forty'],
	'lib/team/team.server.ts coordinator_choice': [
		'one_coordinator_per_family',
		'one_open_question_per_family',
	],
	'lib/team/leaving.server.ts municipality': ['families_at_most_six', 'jobs_at_most_twenty'],
	'lib/wellbeing/drafts.server.ts rating_draft': ['scales_at_most_a_hundred'],
	'lib/wellbeing/scales.server.ts scale': ['scales_at_most_a_hundred'],
	'lib/wellbeing/wellbeing.server.ts latest_ratings': ['scales_at_most_a_hundred'],
};

test('a list is read whole only where the database keeps it short', () => {
	const found = [...files].flatMap(([name, text]) => wholeIn(name, text, known));
	expect([...new Set(found)].sort()).toEqual(Object.keys(whole).sort());
	const schemas = new URL('../supabase/schemas/', folder);
	const rules = readdirSync(schemas).map((name) => readFileSync(new URL(name, schemas), 'utf8'));
	const written = rules.join('\n');
	expect(
		Object.values(whole)
			.flat()
			.filter((rule) => !written.includes(rule)),
	).toEqual([]);
});

describe('what is found', () => {
	const found = (text: string) =>
		unbounded('one.ts', text, new Map([...known, ...constantsOf(new Map([['one.ts', text]]))]), keys).map(
			(line) => line.replace(/^one\.ts:\d+: /, ''),
		);

	test.each([
		`db.from('goal').select('id').order('id').limit(all)`,
		`db.from('goal').select('id').eq('id', id).maybeSingle()`,
		`db.from('goal').select('id', { ...counted, head: true }).eq('family_id', id)`,
		`shown(await db.from('goal').select('id', counted).order('position').order('id').range(0, 19), window)`,
		`firstOf(await db.from('goal').select('id').order('id').limit(most + 1), most)`,
		`db.from('goal').update({ title }).eq('id', id).select('id')`,
		`db.rpc('arrivals').select('id')`,
		`db.rpc('goal_branch').select('notes:goal_progress(id)')
			.order('noted_at', { referencedTable: 'notes' }).limit(most + 1, { referencedTable: 'notes' })`,
		`db.from('goal').select('family(name)').order('id').limit(1)`,
		`db.from('goal').select('step_stands_in_the_plan_of_its_goal(step_stands_in_the_plan_of_its_goal(id))').order('id').limit(1)`,
		`db.from('meeting').select('place:meeting_place(place)').order('id').limit(1)`,
		`db.from('goal').select('notes:goal_progress!inner()').order('id').limit(1)`,
		`db.from('goal').select('notes:goal_progress(id)').order('id').limit(1)
			.order('noted_at', { referencedTable: 'notes' }).limit(most + 1, { referencedTable: 'notes' })`,
		`const notes = { referencedTable: 'notes' } as const;
			db.from('goal').select('notes:goal_progress(id)').order('id').limit(1)
			.order('noted_at', { ascending: false, ...notes }).limit(all, notes)`,
	])('nothing in %s', (text) => expect(found(text)).toEqual([]));

	test.each([
		[`db.from('goal').select('id').eq('family_id', id)`, ['no order', 'no limit']],
		[`db.from('goal').select('id').order('id')`, ['no limit']],
		[`db.from('goal').select('id').limit(all)`, ['no order']],
		[`db.from('goal').select('id').order('id').limit(20)`, ['a limit that cuts without a word']],
		[`db.from('goal').select('id').order('id').limit(1000)`, ['a limit that cuts without a word']],
		[`db.from('goal').select('id').order('id').limit(families.length)`, ['a limit that cuts without a word']],
		[
			`rows(await db.from('goal').select('id').order('id').limit(most + 1))`,
			['one more than is shown, and nobody looks whether it came'],
		],
		[
			`rows(await db.from('goal').select('id', counted).order('id').range(0, 19))`,
			['a range, and nobody says of how many'],
		],
		[
			`db.from('goal').select('notes:goal_progress(id)').order('id').limit(1)
			.order('noted_at', { referencedTable: 'notes' }).limit(5, { referencedTable: 'notes' })`,
			['a limit that cuts without a word'],
		],
		[
			`shown(await db.from('goal').select('id').order('title').range(0, 19), window)`,
			['a range whose order does not end in the id'],
		],
		[
			`const all = db.from('goal'); all.select('id').order('id').limit(1)`,
			['says where it reads from in another place: one chain from .from() to its last word'],
		],
		[`db.from('goal').select(columns(of)).order('id').limit(1)`, ['columns that cannot be read here']],
		[
			`db.from('goal').select('id, notes:goal_progress(id)').eq('id', id).maybeSingle()`,
			['no order of notes', 'no limit of notes'],
		],
		[
			`db.rpc('goal_branch').select('goal_progress(id)')`,
			['no order of goal_progress', 'no limit of goal_progress'],
		],
		[
			`const inside = 'name, member(role)' as const;
			db.from('birth').select(\`person(\${inside})\`).eq('person_id', id).maybeSingle()`,
			['no order of person.member', 'no limit of person.member'],
		],
	])('%s', (text, lacks) => expect(found(text)).toEqual(lacks));
});

test('embedded tables: one of what is named by a key, many of what names it', () => {
	const many = embedsOf(
		'meeting',
		'about:person!meeting_about_id_fkey(id), ...meeting_place(place), agenda_point(id)',
		keys,
	);
	expect(many.map(({ path, isMany }) => [path, isMany])).toEqual([
		['about', false],
		['meeting_place', false],
		['agenda_point', true],
	]);
});
