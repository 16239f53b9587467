import { appName } from '$lib/app';
import { groupedBy } from '$lib/grouped';
import { dayAndYear, namesTogether } from '$lib/i18n/format';
import type { Translate } from '$lib/i18n/i18n';
import type { Language } from '$lib/i18n/languages';
import { someNames } from '$lib/plan/some-names';
import { inSentence } from '$lib/sharing/sharing';
import type { Arrival } from '$lib/team/arrivals.server';

type New = Pick<
	Arrival,
	| 'kind'
	| 'name'
	| 'profession'
	| 'wasFirst'
	| 'mayRefuse'
	| 'byName'
	| 'byThemselves'
	| 'happenedAt'
	| 'familyId'
	| 'isMe'
	| 'reason'
	| 'iAgreed'
	| 'elsewhere'
>;

interface Asked {
	/** Who waits for a yes of the family, the newest named, and who invited the first of them. */
	waiting: { of: number; names: readonly string[]; by: string | null };
	/** The versions of the plan to which I am asked for a yes. */
	toAgree: readonly string[];
	/** The families without a coordinator for which I may choose one. */
	toChoose: readonly string[];
	/** The names of other families I was taken out of, until I have seen why. */
	outOf?: readonly string[];
	/** The same of a child under 13, who is told no reason, and whom at home it can ask. */
	outAsChild?: { of: readonly string[]; asks: readonly string[] };
	/** Of several families of mine: what those are called that something is about. */
	whose?: (families: string[]) => string | undefined;
}

/** How many ways of leaving are told one by one. */
const waysTold = 3;

/** A child of two homes is told of the same person by both. */
const once = (all: New[]) =>
	all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);

/** What is new around the family, as sentences: keys of the room, what is put into them, and where the answer is given. */
export function told(
	{ waiting, toAgree, toChoose, outOf = [], outAsChild, whose }: Asked,
	all: New[],
	{ t, language }: { t: Translate; language: Language },
) {
	const say = (key: string, of: New[], values: Record<string, string | number> = {}) => {
		const names = someNames(
			once(of).map(({ name }) => name),
			t,
			language,
		);
		const ids = [...new Set(of.map(({ familyId }) => familyId))];
		return of.length
			? [{ key: `home:${key}`, values: { names, ...values }, href: '/team#arrived', whose: whose?.(ids) }]
			: [];
	};
	const came = (key: string, of: New[]) => {
		const [one, ...others] = once(of);
		// Who has said yes to somebody is not asked about them again.
		if (!of.some(({ mayRefuse, iAgreed }) => mayRefuse && !iAgreed)) return say(key, of);
		const by = others.length || one?.byThemselves ? null : one?.byName;
		return by ? say(`${key}By`, of, { by }) : say(`${key}Ask`, of);
	};
	/** Those who left in one way, on one day and by one hand, in one sentence; of many ways only that they are gone. */
	function ways(
		room: 'gone' | 'left' | 'leftElsewhere' | 'parentLeftElsewhere',
		of: New[],
		how: typeof whoLeft,
	) {
		// Of one whom both homes name, as the first of them says it.
		const said = ({ name }: New) =>
			how(
				of.find((one) => one.name === name)!,
				language,
			);
		const groups = [...groupedBy(of, (one) => JSON.stringify(said(one))).values()];
		if (groups.length > waysTold) return say(`${room}.several`, of);
		return groups.flatMap((alike) => {
			const [key, values] = said(alike[0]!);
			return say(`${room}.${key}`, alike, values);
		});
	}
	const those = (kind: Arrival['kind']) => all.filter((one) => one.kind === kind);

	const { by } = waiting;
	const names = someNames(waiting.names, t, language, waiting.of);
	const isBy = waiting.of === 1 && by !== null;
	const whoWaits = waiting.of
		? [
				{
					key: isBy ? 'home:waiting.by' : 'home:waiting.plain',
					values: isBy ? { names, by } : { names },
					href: '/team#waiting',
				},
			]
		: [];
	const arrived = [...those('joined'), ...those('joined_team')];
	const became = once(those('new_profession'));
	const elsewhere = those('joined_elsewhere');
	const births = those('birth_corrected');
	const left = those('left_team');
	const gone = ways('gone', left, whoLeft);
	// Whoever is told that somebody left is told in the same place what to do about it.
	const chooses = toChoose
		.filter((family) => left.some(({ familyId }) => familyId === family))
		.slice(0, 1)
		.map((family) => ({ key: 'home:gone.choose', values: {}, href: `/team/coordinator?family=${family}` }));
	const went = ways('left', those('left'), howLeft);
	/** Of each other home for itself. */
	const wentElsewhere = (room: 'leftElsewhere' | 'parentLeftElsewhere', of: New[]) =>
		[...groupedBy(of, ({ elsewhere }) => elsewhere).values()].flatMap((alike) =>
			ways(room, alike, leftWhere),
		);
	const [version, ...more] = toAgree;
	const agrees = version
		? [{ key: 'home:agreed', values: {}, href: more.length ? '/plan' : `/plan/agreed/${version}` }]
		: [];
	const iAmOut = [...new Set(outOf)].map((family) => ({
		key: 'home:left.me',
		values: { family, app: appName },
		href: '/me',
	}));
	const { of: outOfAsChild = [], asks = [] } = outAsChild ?? {};
	const iAmOutAsChild = [...new Set(outOfAsChild)].map((family) => ({
		key: asks.length ? 'home:left.meChild' : 'home:left.meChildAlone',
		values: { family, app: appName, names: namesTogether(asks, language) },
		href: '/me',
	}));
	return [
		...iAmOut,
		...iAmOutAsChild,
		...whoWaits,
		...agrees,
		...(once(arrived).length > 3
			? say('arrived', arrived)
			: [
					...came(
						'joined.family',
						those('joined').filter(({ wasFirst }) => !wasFirst),
					),
					...came('joined.team', those('joined_team')),
					...say(
						'joined.first',
						arrived.filter(({ wasFirst }) => wasFirst),
					),
				]),
		...say('joined.elsewhere', elsewhere),
		...say('joined.parentElsewhere', those('parent_elsewhere')),
		...say(
			'joined.birth',
			births.filter(({ isMe }) => !isMe),
		),
		...say(
			'joined.myBirth',
			births.filter(({ isMe }) => isMe),
		),
		...(became.length === 1
			? say('became', became, { profession: inSentence(became[0]!.profession ?? '') })
			: say('becameSeveral', became)),
		...gone,
		...chooses,
		...went,
		...wentElsewhere('leftElsewhere', those('left_elsewhere')),
		...wentElsewhere('parentLeftElsewhere', those('parent_left_elsewhere')),
	];
}

/** What is told first: what somebody is asked, what they are out of, and what takes place after all, or does not. */
const first = new Set(
	[
		'left.me',
		'left.meChild',
		'left.meChildAlone',
		'waiting.by',
		'waiting.plain',
		'agreed',
		'arrived',
		'joined.familyAsk',
		'joined.familyBy',
		'joined.teamAsk',
		'joined.teamBy',
		'joined.first',
		'joined.birth',
		'joined.myBirth',
		'gone.choose',
		'heldAgain',
		'heldAgainAsk',
		'cancelled',
		'cancelledBy',
		'cancelledMany',
	].map((key) => `home:${key}`),
);
/** So many lines are told in one card, if no more than these come first. */
const fewLines = 3;

/** What is told in one card: what comes first, and what else there is room for. The rest is where it leads. */
export function inOneCard<Line extends { key: string }>(
	all: readonly Line[],
): { lines: Line[]; isCut: boolean } {
	const sorted = [...all.filter(({ key }) => first.has(key)), ...all.filter(({ key }) => !first.has(key))];
	const lines = sorted.slice(0, Math.max(fewLines, sorted.findLastIndex(({ key }) => first.has(key)) + 1));
	return { lines, isCut: lines.length < sorted.length };
}

type How = [string, Record<string, string>];

/** How it is said that somebody left the team: when, and whose choice it was. */
function whoLeft({ happenedAt, byThemselves, byName: by }: New, language: Language): How {
	const date = dayAndYear(happenedAt, language);
	if (byThemselves) return ['self', { date }];
	return by ? ['by', { date, by }] : ['plain', { date }];
}

/** How it is said that somebody of the family left: as of the team, or that the municipality took them out. */
function howLeft(one: New, language: Language): How {
	const [key, values] = whoLeft(one, language);
	return key === 'by' && one.reason ? ['office', { ...values, app: appName }] : [key, values];
}

/** How it is said that a child, or a parent of it, is out of another home: as of the family, and of which. */
function leftWhere(one: New, language: Language): How {
	const [key, values] = whoLeft(one, language);
	return [key, { ...values, elsewhere: one.elsewhere ?? '' }];
}
