/** What a form may be sent with by somebody who does not use the page: always the same for the same seed. */

/** A number from 0 up to, not including, 1. */
export type Chance = () => number;

/** The same chances for the same seed (mulberry32). */
export function chances(seed: number): Chance {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const one = <T>(chance: Chance, list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

/** Ids of the demo that exist but are mostly somebody else's. */
const ids = ['8001-0000000000a1', '8001-0000000000e1', '8002-00000000000a', '8002-00000000000b']
	.concat(['8010-0000000000a1', '8010-0000000000b1', '8020-0000000000a1', '8020-0000000000b1'])
	.concat(['8030-000000000001', '8040-0000000000a1'])
	.map((tail) => `00000000-0000-7000-${tail}`);

/** Values by what is wrong with them, written as they stand in a form body. */
const values: Record<string, readonly string[]> = {
	empty: ['', '+', '%09%0A', '%E2%80%8B'],
	nul: ['%00', 'a%00b', '%00%00'],
	// Bytes that are no UTF-8: half a surrogate pair, half a letter, a letter in Latin-1.
	'no text': ['%ED%A0%80', 'x%ED%B0%80y', '%C3', '%E6', '%F4%90%80%80'],
	huge: ['x'.repeat(600), 'x'.repeat(100_000), '%F0%9F%91%AA'.repeat(3_000)],
	'strange letters': [
		'%E2%80%AEtxet',
		'%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9',
		'%EF%BF%BE',
		'e%CC%81'.repeat(50),
	],
	'another id': ids,
	'no id': [
		'xx',
		'00000000-0000-0000-0000-000000000000',
		'00000000-0000-7000-8001-0000000000A1',
		'%2E%2E%2F',
	],
	'another number': ['2', '3', '5', '7', '10', '11', '12'],
	'no number': ['-1', '0', '1e99', 'NaN', '99999999999999999999', '1.5', '%D9%A1%D9%A2', '0x10'],
	'no day': [
		'2026-02-30',
		'0001-01-01',
		'9999-12-31',
		'-271821-04-20',
		'2035-13-01',
		'25:61',
		'2035-06-05T10:00',
	],
	syntax: ["'%3B--", '%22%7D', '%7B%22a%22%3A1%7D', '%5B1%2C2%5D', '%25', 'eq.7', 'null', 'true', '%3Cb%3E'],
	elsewhere: ['%2F%2Fevil.example', '%2F%09%2Fevil.example', 'javascript%3Aalert(1)', '%5C%5Cevil.example'],
};

export interface Sent {
	/** What was done to it, for whoever reads a finding. */
	how: string;
	body: string;
	contentType: string;
}

const plainForm = 'application/x-www-form-urlencoded';

type Pairs = [name: string, value: string][];
const pairsOf = (fields: readonly [string, string][]): Pairs =>
	fields.map(([name, value]) => [name, encodeURIComponent(value)]);
const bodyOf = (pairs: Pairs) =>
	pairs.map(([name, value]) => `${encodeURIComponent(name)}=${value}`).join('&');

/** What every form is sent with, whatever else: a NUL and what is no text in each field, and every broken body. */
export function surely(fields: readonly [string, string][]): Sent[] {
	const inField = fields.flatMap(([changed], place) =>
		['nul', 'no text'].map((kind): Sent => {
			const value = values[kind]![place % values[kind]!.length]!;
			const pairs = pairsOf(fields).map(([name, is]): [string, string] => [
				name,
				name === changed ? value : is,
			]);
			return { how: `${changed}: ${kind}`, body: bodyOf(pairs), contentType: plainForm };
		}),
	);
	return [...inField, ...broken.map((breaking) => breaking(bodyOf(pairsOf(fields))))];
}

/** One way of sending these fields wrongly. */
export function mutate(fields: readonly [string, string][], chance: Chance): Sent {
	const pairs = pairsOf(fields);
	const done: string[] = [];
	for (let times = 1 + Math.floor(chance() * 3); times > 0; times -= 1) done.push(change(pairs, chance));
	const body = bodyOf(pairs);
	// Mostly an ordinary body; sometimes one that is broken as a whole.
	const breaking = broken[Math.floor(chance() * 50)];
	if (!breaking) return { how: done.join('; '), body, contentType: plainForm };
	const sent = breaking(body);
	return { ...sent, how: [...done, sent.how].join('; ') };
}

/** After so many draws in a row that bring nothing new, a form has no other ways of being wrong. */
const inVain = 1_000;

/**
 * What is always tried, and then by chance so much that all of it is `times`, nothing of it twice. It ends before that
 * where there are no more ways.
 * @param told what reaches the house of something sent: two are one when that is the same
 */
export function* wrongly(
	fields: readonly [string, string][],
	chance: Chance,
	times: number,
	told: (sent: Sent) => string,
): Generator<Sent> {
	const known = new Set<string>();
	const isNew = (sent: Sent) => known.size < known.add(told(sent)).size;
	for (const sent of surely(fields)) if (isNew(sent)) yield sent;
	for (let drawn = 0; known.size < times && drawn < inVain; drawn += 1) {
		const sent = mutate(fields, chance);
		if (!isNew(sent)) continue;
		drawn = 0;
		yield sent;
	}
}

function change(pairs: Pairs, chance: Chance): string {
	const at = Math.floor(chance() * pairs.length);
	const [name, value] = pairs[at] ?? ['id', ''];
	const way = chance();
	if (way < 0.1) {
		pairs.splice(at, 1);
		return `${name} missing`;
	}
	if (way < 0.2) {
		pairs.splice(at, 0, [name, chance() < 0.5 ? value : one(chance, ids)]);
		return `${name} twice`;
	}
	if (way < 0.25) {
		pairs.push([one(chance, ['__proto__', 'constructor', 'a[b]', 'family', 'person', 'to', '%00']), '1']);
		return 'a field of no form';
	}
	const kind = one(chance, Object.keys(values));
	pairs[at] = [name, one(chance, values[kind]!)];
	return `${name}: ${kind}`;
}

const named = 'multipart/form-data; boundary=here';
const part = `--here\r\ncontent-disposition: form-data; name="id"\r\n\r\nx\r\n`;
/** Bodies that are broken as a whole, made of an ordinary one. */
const broken: ((body: string) => Sent)[] = [
	() => ({ how: 'another kind of body', body: `{"a":`, contentType: 'application/json' }),
	(body) => ({ how: 'broken escapes', body: `${body}&%zz=%`, contentType: plainForm }),
	(body) => ({ how: 'called parts', body, contentType: named }),
	() => ({ how: 'in parts, cut off', body: part, contentType: named }),
	() => ({ how: 'in parts', body: `${part}--here--\r\n`, contentType: named }),
];
