/**
 * What a page watches for once it stands: a new version, that whoever it is of has left in another tab, and that what was
 * asked for does not come. Fetched by every page, after what it shows.
 */
import { mount, tick, unmount, untrack } from 'svelte';
import { dev, version } from '$app/environment';
import { goto, refreshAll } from '$app/navigation';
import { navigating, page } from '$app/state';
import type { Translate } from '$lib/i18n/i18n';
import { isUnknown } from './answer';
import { begunHere, noticeBegun } from './begun';
import { inTime, patience } from './in-time';
import { isFor, pageOf } from './kept';
import Left from './Left.svelte';
import { standingOf, tellWhose } from './whose';
import { undoWithoutLosing } from './undoing';
import { here } from './worker';
import { isHalfWritten, nobodyAtWork, noticeWriting, withoutLosing } from './written';

/** What is said of it (Seldom.svelte). */
export interface Said {
	/** Lets the new version take over: the page is loaded anew. */
	takeOver?: () => void;
	/** A page that is not to be had, and whether what was sent before it is saved. */
	late?: { page: string; isSaved: boolean } | null;
}
type Say = (more: Said) => void;

let isWatching = false;

/** @param t what the page can say itself */
export function watch(say: Say, t: Translate): void {
	if (!isWatching) begin(say, t);
	isWatching = true;
}

function begin(say: Say, t: Translate) {
	noticeWriting(page.form);
	noticeBegun();
	undoWithoutLosing();
	const again = () => look(t);
	addEventListener('storage', again);
	addEventListener('pageshow', again);
	document.addEventListener('visibilitychange', again);

	const late = (asked: string, isSaved: boolean) => say({ late: { page: asked, isSaved } });
	const stay = () => goto(page.url, { replaceState: true, noScroll: true, keepFocus: true });
	const next = () => navigating.to && pageOf(navigating.to.url);
	// What was done just now is said once: drawn anew, the page goes on saying it.
	const leavesRoot = () => isRenewing && !!page.data.receipt;
	const draws = (keepUnder: string) => isFor(version, keepUnder);
	const view = { page: () => pageOf(page.url), next, stay, late, draws, leavesRoot };
	window.fetch = inTime(window.fetch, view);
	/** By the server, and not from what is kept here. */
	const isAnswered = () => !page.data.seenAt && !isUnknown(page.error);
	$effect.root(() => {
		$effect(() => {
			const { person, servedAt, keepUnder } = page.data;
			if (isAnswered()) tellWhose({ person: person?.id ?? null, servedAt });
			untrack(again);
			// A browser may have no workers (private windows); everything works without.
			if (!dev && navigator.serviceWorker) void here(keepUnder, (takeOver) => say({ takeOver }));
		});
		const address = $derived(page.url.href);
		$effect(() => {
			if (!address) return;
			nobodyAtWork();
			lost = [];
			const begun = begunHere();
			if (begun.length)
				void import('./bring-back')
					.then(({ bringBack }) => bringBack(begun))
					.then((words) => page.url.href === address && (lost = [...lost, ...words]));
		});
		// Said until something is answered, or something else is asked for.
		const answered = $derived(isAnswered() && page.data.servedAt);
		const elsewhere = $derived(next() !== pageOf(page.url) && next());
		const nothingLate = () => untrack(() => say({ late: null }));
		$effect(() => void (answered && nothingLate()));
		$effect(() => void (elsewhere && nothingLate()));
		// A page may also wait for its own scripts.
		$effect(() => {
			const to = next();
			if (!to) return;
			const timer = setTimeout(() => {
				late(to, false);
				void stay();
			}, patience + 5_000);
			return () => clearTimeout(timer);
		});
	});
}

const anew = () => refreshAll().then(tick);
let isRenewing = false;
let lost = $state.raw<readonly string[]>([]);
/** What was half written on the page in view, and had no place any more when it was drawn anew. */
export const lostWords = () => lost;
/** Draws the page anew, unless another is on its way, which would not arrive. */
export async function renew(): Promise<void> {
	if (navigating.to || away) return;
	isRenewing = true;
	const words = await withoutLosing(anew).finally(() => (isRenewing = false));
	lost = [...lost, ...words];
}

/** What stood here, while whoever it is of is away: out of the page, and out of everybody's sight. */
let away: { stood: DocumentFragment; left: object; isWritten: boolean; why: string } | null = null;

function look(t: Translate) {
	const person = page.data.person?.id ?? null;
	const why = standingOf(person);
	if (away && (why === 'here' || !person)) {
		void unmount(away.left);
		document.body.replaceChildren(away.stood);
		away = null;
		// Signed in anew, it is another session: what stands around the page is asked for too.
		if (!navigating.to) void withoutLosing(anew);
	}
	if ((why !== 'out' && why !== 'other') || away?.why === why) return;
	const { stood, isWritten } = away ?? { stood: new DocumentFragment(), isWritten: isHalfWritten() };
	if (away) void unmount(away.left);
	else stood.append(...document.body.childNodes);
	const props = { t, language: page.data.language, isOther: why === 'other', isWritten };
	away = { stood, isWritten, why, left: mount(Left, { target: document.body, props }) };
}
