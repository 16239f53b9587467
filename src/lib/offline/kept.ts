/**
 * What the service worker may keep of the pages somebody has seen, and under which names. Pure: no caches, no clock.
 * Kept are the answers to `__data.json`, never HTML, and only the family's own pages: nothing of the professionals'
 * side (shared answers are read through the access log, never from a copy), no invitation, no sign-in.
 */

/** The family's main pages: fetched quietly after sign-in, and listed where a page is not known offline. */
export const mainPages = [
	'/home',
	'/plan',
	'/meetings',
	'/wellbeing',
	'/team',
	'/offers',
	'/me',
	'/more',
] as const;

/**
 * Fetched with the main pages: help must be there without a network, and so must the questions about how one is.
 * Those not offered to somebody are answered with an error and not kept.
 */
export const alsoFetched = [
	'/wellbeing/help',
	'/wellbeing/who5/answer',
	'/wellbeing/ladder/answer',
	'/wellbeing/smiley/answer',
] as const;

const mayBeKept = new Set<string>([...mainPages, '/sharing', '/young']);

/** At most so many pages are kept; the oldest go first. */
export const mostPages = 60;

/** As long as a session on one's own phone lives unseen (80_signin.sql): copies do not outlive it. */
const idleLimit = 7 * 24 * 60 * 60 * 1000;

/**
 * What copies are kept under: this session, of these families, in this language, made for this version of the app.
 * Whoever is out of a family is somebody else to them: what was kept of it goes with the next answer of ours.
 */
export const keptUnder = (session: string, families: readonly string[], language: string, version: string) =>
	`${[session, ...families.map((id) => id.slice(-12)).sort()].join('+')}-${language}-${version}`;
/** Whether copies of this name are made for this version: another one may not be able to draw them. */
export const isFor = (version: string, name: string) => name.endsWith(`-${version}`);

/** Whose copies of this name are, and in which language, whatever version they are made for. */
export const ownerOf = (name: string) => name.slice(0, name.lastIndexOf('-'));

const prefix = 'seen-';
/** The cache of one session; there is never more than one of a version. */
export const cacheOf = (session: string) => prefix + session;
/** The session a cache belongs to; null when it is not one of these caches. */
export const sessionOf = (cache: string) => (cache.startsWith(prefix) ? cache.slice(prefix.length) : null);

/** Whether the answers for a page ("/plan/…") may be kept: decided by its first folder. */
export const mayKeep = (page: string) => mayBeKept.has(/^\/[^/?]*/.exec(page)?.[0] ?? '');

const dataSuffix = '/__data.json';
export const isDataAddress = (url: URL) => url.pathname.endsWith(dataSuffix);

/**
 * The page ("/plan?x=1") of a page's or its data's address, without Kit's own parameters, and without where somebody
 * came from: help is the same, and kept, from wherever it is opened.
 */
export function pageOf(url: URL): string {
	const search = new URLSearchParams(
		[...url.searchParams].filter(([name]) => !name.startsWith('x-sveltekit-') && name !== 'from'),
	);
	const path = isDataAddress(url) ? url.pathname.slice(0, -dataSuffix.length) : url.pathname;
	return (path || '/') + (search.size ? `?${search}` : '');
}

/** Where the whole data of a page is asked for. */
export function dataAddressOf(page: string): string {
	const [path = '', search] = page.split('?');
	return path.replace(/\/$/, '') + dataSuffix + (search ? `?${search}` : '');
}

/** The header by which our answers are known, whatever they say: what stands between the phone and us has its own pages. */
export const ourMark = 'x-vores-plan';
/** Said by us. Whatever else answers stands between the phone and us: the network leads nowhere. */
export const isOurs = ({ headers }: Response): boolean => headers.has(ourMark);

/** What each kind of file comes as; what has no ending is a page. */
const comesAs: Record<string, RegExp> = {
	js: /javascript/,
	css: /^text\/css/,
	json: /json/,
	webmanifest: /json/,
	svg: /^image\/svg/,
	png: /^image\/png/,
};
/** Whether what a file says shows that it is ours: a page, and its data. */
export const saysWhose = (path: string) => !/\.\w+$/.test(path) || path.endsWith(dataSuffix);

/**
 * Whether a file of the app, asked for ahead, is what it should be: a portal answers everything with a page of its own,
 * and something else on the way with a line of text or JSON.
 * @param text of the file, where that says whose it is
 */
export function isOurFile(path: string, type: string, text: string): boolean {
	const ending = /\.(\w+)$/.exec(path)?.[1];
	if (!ending) return type.includes('text/html') && text.includes('/_app/immutable/');
	return !!comesAs[ending]?.test(type) && (!saysWhose(path) || text.includes('"type":"data"'));
}

/** Where the scripts and styles that are fetched ahead are, all in one file; the name comes from what is in it. */
export const inOne = (hash: string) => `_app/immutable/ahead.${hash}.json`;
export const isInOne = (address: string) => /\/ahead\.\w+\.json$/.test(address);

/** Whoever passes through these is about to be somebody else, or nobody. */
export const changesWhoIsHere = (path: string) =>
	/^\/(demo\/)?(sign-in|sign-out|invitation)(\/|$)/.test(path);

/** Whether the session these copies belong to has ended by itself; times in milliseconds. */
export const isOver = (lastContact: number, now: number) => now - lastContact > idleLimit;
