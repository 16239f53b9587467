import { expect, test } from 'vitest';
import { doorOf, entranceOf, ownPath, pageOf } from './doors';

test.each(['/', '/home', '/plan?family=1#goal', '/plan?/restore', '/møder', '/a?to=//b'])(
	'%s is ours',
	(to) => {
		expect(ownPath(to)).toBe(new URL(to, 'http://x').href.slice('http://x'.length));
	},
);

test.each([
	'//evil.example',
	'/\\evil.example',
	'/\t/evil.example',
	'/\n/evil.example',
	'/\r/evil.example',
	'\t//evil.example',
	' //evil.example',
	'/\0/evil.example',
	'/\u0085/evil.example',
	'/.//evil.example',
	'/x/..//evil.example',
	'https://evil.example',
	'javascript:alert(1)',
	'evil.example',
	// In an address each of these letters is twelve.
	`/home?${'👪'.repeat(200)}`,
	'',
	null,
	undefined,
	new Blob(['/home']),
])('%j is not ours', (to) => {
	expect(ownPath(to)).toBeNull();
});

const person = (families: number, profession?: string, lead = false) => ({
	id: '1',
	name: 'Rana',
	professional: profession ? { profession, is_project_lead: lead } : null,
	families: Array.from({ length: families }, (_, n) => ({
		id: String(n),
		name: 'Holm',
		role: 'parent' as const,
		stage: 'adult' as const,
	})),
});

test.each([
	['/home', person(1)],
	['/home', person(1, 'Lærer')],
	['/families', person(0, 'Lærer')],
	['/office', person(0, 'Projektleder', true)],
	// Left the family, or every job: what is their own is still here.
	['/me', person(0)],
])('arrives at %s', (entrance, arriving) => {
	expect(entranceOf(arriving)).toBe(entrance);
});

test.each([
	['open', '/(open)/was'],
	['open', null],
	['family', '/(family)/plan'],
	['own', '/(family)/wellbeing'],
	['own', '/(family)/wellbeing/[instrument]/answer'],
	['own', '/(family)/sharing/log'],
	['staff', '/(staff)/families'],
	['office', '/(office)/office'],
	['signed-in', '/me/devices'],
] as const)('%s is the door of %s', (door, route) => {
	expect(doorOf(route)).toBe(door);
});

test.each([
	['/plan?/add', '/plan'],
	['/offers?words=ro&place=N%C3%B8rreby', '/offers?words=ro&place=N%C3%B8rreby'],
	['/plan/x?/note&notes=40', '/plan/x?notes=40'],
])('%s is on the page %s, to which signing in leads back', (address, page) => {
	expect(pageOf(new URL(address, 'http://here'))).toBe(page);
	expect(ownPath(pageOf(new URL(address, 'http://here')))).toBe(page);
});
