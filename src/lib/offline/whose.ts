/**
 * Who is here, as the tabs of a browser tell each other: the latest page that the server answered says it. What they
 * write down is when, and a mark that tells one person from another and is nothing to anybody else.
 */
export interface Whose {
	/** The id of who is signed in. */
	person: string | null;
	/** Our clock, ISO 8601: what was answered before does not count any more. */
	servedAt: string;
}

const key = 'here';
/** By so much (ms) an answer may be overtaken; by more, our clock was wrong. */
const overtaken = 10 * 60 * 1000;
const read = (): string => {
	try {
		return localStorage.getItem(key) ?? '';
	} catch {
		// Whoever has the browser lets nothing be stored; then it is known with the next answer.
		return '';
	}
};
function write(servedAt: string, mark: string) {
	try {
		localStorage.setItem(key, `${servedAt} ${mark}`);
	} catch {
		// As above.
	}
}
const markOf = (person: string) =>
	[...person].reduce((mark, letter) => (mark * 31 + letter.charCodeAt(0)) | 0, 7).toString(36);

/** What was answered here last: our clock then, and this tab's own (ms). */
let heard: { servedAt: string; at: number } | undefined;
/** When a page came that has only now woken. */
const cameAt = () => {
	const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	return page?.responseStart;
};

/** Tells the other tabs, which hear a `storage` event. */
export function tellWhose({ person, servedAt }: Whose): void {
	heard = { servedAt, at: (!heard && cameAt()) || performance.now() };
	const [latest = ''] = read().split(' ');
	const isOlder = servedAt <= latest && Date.parse(latest) - Date.parse(servedAt) < overtaken;
	if (!isOlder) write(servedAt, person ? markOf(person) : '');
}

/**
 * Tells them that nobody is here any more, where no answer says when: whatever was answered until now brings nobody
 * back, not what another tab has yet to tell of either. The clock of the phone says nothing about that.
 */
export function tellLeft(): void {
	const [latest = ''] = read().split(' ');
	const now = heard
		? new Date(Date.parse(heard.servedAt) + performance.now() - heard.at).toISOString()
		: latest;
	write(now > latest ? now : latest, '');
}

/** How it stands with the person a page is of. Null: nobody knows, or it is nobody's page. */
export function standingOf(person: string | null): 'here' | 'out' | 'other' | null {
	const [, mark] = read().split(' ');
	if (!person || mark === undefined) return null;
	if (!mark) return 'out';
	return mark === markOf(person) ? 'here' : 'other';
}
