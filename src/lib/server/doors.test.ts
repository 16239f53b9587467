import { expect, test } from 'vitest';
import { ownPath } from './doors';

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
	'',
	null,
	undefined,
	new Blob(['/home']),
])('%j is not ours', (to) => {
	expect(ownPath(to)).toBeNull();
});
