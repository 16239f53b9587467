import { expect, test } from 'vitest';
import { counting, limits } from './limits';

const url = new URL('http://127.0.0.1/offers?words=fodbold');
const search = { route: '/(family)/offers', method: 'GET', url };
const only = { counts: limits.search.counts, seconds: 60, perPerson: 2, perAddress: 3 };
const amira = { person: 'amira', address: '1' };

test('one person is asked to wait after so many, others are not', async () => {
	const count = counting({ search: only });
	expect([await count(search, amira), await count(search, amira)]).toEqual([0, 0]);
	expect(await count(search, amira)).toBeGreaterThan(0);
	expect(await count(search, { person: 'jonas', address: '2' })).toBe(0);
});

test('one address is asked to wait after so many, whoever is behind it', async () => {
	const count = counting({ search: only });
	for (const person of ['a', 'b', 'c']) expect(await count(search, { person, address: '1' })).toBe(0);
	expect(await count(search, { person: null, address: '1' })).toBeGreaterThan(0);
});

test('limits do not count for each other, nor what they are not about', async () => {
	const count = counting({ search: only, other: { ...only, counts: () => false } });
	const looking = { ...search, url: new URL('http://127.0.0.1/offers') };
	for (let n = 0; n < 5; n += 1) expect(await count(looking, amira)).toBe(0);
});

test.each(['words=fodbold', 'town=a', 'area=school', 'age=30', 'to=200'])(
	'a search by %s counts',
	(asked) => {
		expect(limits.search.counts({ ...search, url: new URL(`http://127.0.0.1/offers?${asked}`) })).toBe(true);
	},
);

test.each([
	['signIn', { route: '/(open)/demo/sign-in', method: 'POST' }],
	['invitationCode', { route: '/(open)/invitation/[code]', method: 'GET' }],
	['invitationCode', { route: '/(open)/invitation', method: 'POST' }],
	['search', { route: '/(staff)/families/[family]/offers', method: 'GET' }],
	['outbox', { route: '/api/outbox', method: 'POST' }],
] as const)('%s counts %j', (name, request) => {
	const counted = Object.entries(limits).filter(([, { counts }]) => counts({ ...request, url }));
	expect(counted.map(([one]) => one)).toEqual([name]);
});
