import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { alphabet, codeLength, grouped, isCode, normalCode } from './code';
import { hashOfCode, newCode } from './code.server';
import { Accept, InviteMember, TypedCode } from './commands.server';
import { isReadForAChild, mayBeOneName, mayBeThem, stateOf } from './invitation';

describe('the code', () => {
	test('holds at least 80 bits, without letters that look alike', () => {
		expect(new Set(alphabet).size).toBe(alphabet.length);
		expect(Math.log2(alphabet.length) * codeLength).toBeGreaterThanOrEqual(80);
		expect(alphabet).not.toMatch(/[01OI]/);
	});

	test('is random over the whole alphabet', () => {
		const codes = Array.from({ length: 200 }, newCode);
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes.every(isCode)).toBe(true);
		expect(new Set(codes.join(''))).toEqual(new Set(alphabet));
	});

	test('is one code however it is typed', () => {
		const code = newCode();
		for (const typed of [
			grouped(code),
			grouped(code).toLowerCase(),
			` ${grouped(code).replaceAll('-', ' ')} `,
			`https://plan.example/invitation/${grouped(code)}`,
			`Her er linket: https://plan.example/invitation/${code}?language=ar#top`,
		]) {
			expect(normalCode(typed)).toBe(code);
			expect(hashOfCode(typed)).toBe(hashOfCode(code));
		}
		expect(grouped('ABCDEFGHJKLMNPQR')).toBe('ABCD-EFGH-JKLM-NPQR');
	});

	test("is hashed as the demo's seed hashes it", () => {
		const seed = readFileSync('supabase/seed/80_invitation.sql', 'utf8');
		const told = /code on her paper is ([A-Z0-9-]+)/.exec(seed)?.[1] ?? '';
		const hashed = /sha256\('([^']+)'\)/.exec(seed)?.[1];
		expect(isCode(normalCode(told))).toBe(true);
		expect(hashed).toBe(normalCode(told));
	});
});

test.each([
	['', 'invitation:error.codeMissing'],
	[' - ', 'invitation:error.codeMissing'],
	['ABCD-EFGH', 'invitation:error.codeUnclear'],
	['ABCD-EFGH-JKLM-NPQ0', 'invitation:error.codeUnclear'],
	['abcd efgh jklm npqr', undefined],
])('typed "%s"', (code, message) => {
	expect(v.safeParse(TypedCode, { code }).issues?.[0].message).toBe(message);
});

test('an invitation is open until it is accepted, revoked or over', () => {
	const now = new Date('2027-03-01T12:00:00Z');
	const open = {
		acceptedAt: null,
		revokedAt: null,
		inviterLeft: false,
		expiresAt: '2027-03-01T12:00:01Z',
		waits: false,
	};
	expect(stateOf(open, now)).toBe('open');
	expect(stateOf({ ...open, waits: true }, now)).toBe('waits');
	expect(stateOf({ ...open, waits: true, revokedAt: '2027-02-01T12:00:00Z' }, now)).toBe('revoked');
	expect(stateOf({ ...open, revokedAt: '2027-02-01T12:00:00Z', inviterLeft: true }, now)).toBe('inviterLeft');
	expect(stateOf({ ...open, expiresAt: '2027-03-01T12:00:00Z' }, now)).toBe('expired');
	expect(stateOf({ ...open, revokedAt: '2027-02-01T12:00:00Z' }, now)).toBe('revoked');
	expect(
		stateOf({ ...open, acceptedAt: '2027-02-01T12:00:00Z', expiresAt: '2027-02-02T12:00:00Z' }, now),
	).toBe('accepted');
});

test('who says nothing about the device is on a shared one; who they are is to be said', () => {
	expect(v.parse(Accept, { code: 'x', who: 'new' })).toMatchObject({ who: 'new', device: 'shared' });
	const { issues } = v.safeParse(Accept, { code: 'x', who: '' });
	expect(issues?.[0]?.message).toBe('invitation:error.whoMissing');
});

const family = '01900000-0000-7000-8000-000000000001';

test('nobody is invited without a family, a name and a role', () => {
	const found = v.safeParse(InviteMember(new Date('2027-03-01T12:00:00Z')), {
		id: 'x',
		family: '',
		name: ' ',
		role: '',
	});
	expect(found.issues?.map(({ message }) => message)).toEqual(
		expect.arrayContaining([
			'invitation:error.familyMissing',
			'invitation:error.nameMissing',
			'invitation:error.roleMissing',
		]),
	);
});

test.each([
	['relative', '2027-03-02', 'common:error.birthToCome'],
	['parent', '1899-12-31', 'common:error.birthLongAgo'],
	['parent', '2014-03-02', 'invitation:error.birthOfAChild'],
	['relative', '2025-03-01', 'invitation:error.birthOfAChild'],
	['parent', '2014-03-01', undefined],
	['relative', '2014-03-01', undefined],
	['child', '2027-03-01', undefined],
	['child', '', 'invitation:error.birthMissing'],
	['relative', '', undefined],
])('a date of birth is judged together with the rest: a %s born on "%s"', (role, bornOn, message) => {
	const now = new Date('2027-03-01T12:00:00Z');
	const found = v.safeParse(InviteMember(now), { id: family, family, name: ' ', role, bornOn });
	expect(found.issues?.map((issue) => issue.message).sort()).toEqual(
		['invitation:error.nameMissing', ...(message ? [message] : [])].sort(),
	);
});

test.each([
	['Noah', 'Noah Holm Bak', true],
	['noah  bak', 'Noah Holm Bak', true],
	['Noah Holm Bak', 'Noah', true],
	['Ida', 'Noah Holm Bak', false],
	['Ida Holm', 'Noah Holm Bak', false],
	['No', 'Noah', false],
	['Yusuf', 'يوسف', false],
	['Amira Hassan', 'Amira Holm', true],
	['Tante Anna', 'Anna Bak', true],
	['Anne-Marie Holm', 'annemarie bak', true],
	['Omar Holm', 'Jesper Bak', false],
	['Omar Holm', 'Emil Holm', false],
	['.', '.', false],
])('%s and %s may be one person’s: %s', (one, other, may) => {
	expect(mayBeOneName(one, other)).toBe(may);
});

test.each([
	[
		'a colleague',
		null,
		null,
		[
			[null, true],
			[17, false],
			[18, true],
		],
	],
	[
		'a relative',
		'relative',
		null,
		[
			[null, true],
			[12, false],
			[13, true],
		],
	],
	[
		'a small child',
		'child',
		'child',
		[
			[null, false],
			[14, true],
			[15, false],
		],
	],
	[
		'a young person',
		'child',
		'young_person',
		[
			[null, false],
			[17, true],
			[18, false],
		],
	],
	[
		'a grown child',
		'child',
		'adult',
		[
			[null, true],
			[12, true],
		],
	],
] as const)('who may be %s by their age', (_, role, stage, ages) => {
	for (const [age, may] of ages) expect(mayBeThem(age, role, stage), String(age)).toBe(may);
});

describe('a child’s invitation is read', () => {
	const child = { memberRole: 'child', stage: 'child', inviteeName: 'Ida' } as const;
	const young = { ...child, stage: 'young_person' } as const;
	test.each([
		['for a small child by whoever is beside it', child, null, true],
		['by somebody young themselves', young, null, false],
		['for a child by who says yes for it', young, { name: 'Line', mayBe: false, saysYes: true }, true],
		['for a child by a parent of 16', young, { name: 'Line', mayBe: true, saysYes: true }, true],
		[
			'by who may be it, and says yes for nobody',
			young,
			{ name: 'Emil', mayBe: true, saysYes: false },
			false,
		],
		['by who is called so', young, { name: 'ida', mayBe: true, saysYes: true }, false],
		['by a grown child themselves', { ...child, stage: 'adult' } as const, null, false],
		[
			'by an adult it is for themselves',
			{ ...child, memberRole: 'relative', stage: null } as const,
			null,
			false,
		],
	])('%s', (_, opened, me, isForAChild) => {
		expect(isReadForAChild(opened, me)).toBe(isForAChild);
	});
});
