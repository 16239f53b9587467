/** Answers on their way to be kept while one goes on answering, so that one can go on another day. */
import { withAnswer, type DraftAnswers } from './draft';
import type { Topic } from './wellbeing';

/** For so long (ms) the server is given for one of them. */
const patience = 8_000;
/** After so long (ms) nobody is told any more that they are kept. */
const patienceToSay = 2_000;
/** For so long (ms) together once all of them are sent as one: the form waits little longer (outbox/submit.ts). */
const patienceAtEnd = 2_500;
/** Between two tries, ms: doubled from the shortest to the longest. */
const shortest = 3_000;
const longest = 30_000;

/** How much more (ms) our clock shows than the phone's: where a page comes late it seems less, never more. */
let ahead: number | undefined;
let last = -Infinity;

/** A page was drawn with what our clock showed then: not to be told of a copy, nor late. */
export const drawn = (servedAt: Date): void => {
	ahead = Math.max(ahead ?? -Infinity, servedAt.getTime() - Date.now());
};

const now = () => Date.now() + (ahead ?? 0);
/** When something is answered, by our clock; after all that was answered here before. */
function answeredNow(): string {
	last = Math.max(last + 1, now());
	return new Date(last).toISOString();
}

interface Given {
	answer: number | null;
	body: URLSearchParams;
	/** By our clock; null as long as the server lacks it. */
	keptAt: number | null;
}

/** What was begun in this tab, by whose it is and where it goes. It is in its memory alone. */
const begun = new Map<string, Drafting>();

/** As it was left, whatever was open meanwhile. */
export const draftingOf = (address: string, person: string): Drafting =>
	begun.get(keyOf(address, person)) ?? new Drafting(address, person);
const keyOf = (address: string, person: string) => `${person} ${address.replace(/\?.*/, '')}`;

export class Drafting {
	/** The server lacks some of them: then nobody is told that they are kept. */
	lacks = false;
	#tell: (lacks: boolean) => void = () => {};
	#given = new Map<number, Given>();
	#underway: Promise<void> | null = null;
	#giveUp = new AbortController();
	#again: ReturnType<typeof setTimeout> | undefined;
	#pause = shortest;
	#address: string;
	#person: string;

	/** @param address where they go, whole: what is on its way when another page is in view still goes there */
	constructor(address: string, person: string) {
		this.#address = address;
		this.#person = person;
	}

	/** The page in view is told whether the server lacks any. @returns what ends that */
	tells(tell: (lacks: boolean) => void): () => void {
		this.#tell = tell;
		tell(this.lacks);
		return () => (this.#tell = () => {});
	}

	/** What did not come through goes again with the next, and by and by. */
	keep(question: number, answer: number | null): void {
		const body = new URLSearchParams({
			_form: 'keep',
			_person: this.#person,
			question: String(question),
			answer: String(answer ?? ''),
			// What comes late takes the place of nothing newer, also of another opening of the page.
			answeredAt: answeredNow(),
		});
		// After those that wait, wherever it stood before.
		this.#given.delete(question);
		this.#given.set(question, { answer, body, keptAt: null });
		begun.set(keyOf(this.#address, this.#person), this);
		this.goOn();
	}

	/** Sends what the server lacks. */
	goOn(): void {
		clearTimeout(this.#again);
		this.#underway ??= this.#send().finally(() => (this.#underway = null));
	}

	/**
	 * The answers of the server's as they were left here.
	 * @param servedAt when it said so; it may not have had what was on its way by then
	 * @returns null where it had them all
	 */
	withLeft(topic: Topic, answers: DraftAnswers, servedAt: Date): DraftAnswers | null {
		const newer = [...this.#given].filter(
			([, { keptAt }]) => keptAt === null || keptAt + patience >= servedAt.getTime(),
		);
		if (!newer.length) return null;
		return newer.reduce((all, [question, { answer }]) => withAnswer(topic, all, question, answer), answers);
	}

	/**
	 * All of them are on their way as one: they are not begun any more.
	 * @returns what is to be called where that did not arrive, and waits nowhere
	 */
	forget(): () => void {
		const key = keyOf(this.#address, this.#person);
		clearTimeout(this.#again);
		begun.delete(key);
		return () => {
			if (begun.has(key)) return;
			begun.set(key, this);
			this.goOn();
		};
	}

	/** Resolves when none is on its way any more: one that came after the whole would begin a new draft. */
	async end(): Promise<void> {
		const timer = setTimeout(() => this.#giveUp.abort(), patienceAtEnd);
		await this.#underway;
		clearTimeout(timer);
	}

	/** One after the other, so that a late one never overwrites a newer. */
	async #send(): Promise<void> {
		this.#giveUp = new AbortController();
		const slow = setTimeout(() => this.#look(), patienceToSay);
		let isHeard = true;
		// What is answered meanwhile comes last.
		for (const given of this.#given.values()) {
			if (given.keptAt !== null) continue;
			const isKept = await this.#isKept(given.body);
			if (isKept) given.keptAt = now();
			isHeard = isKept !== null;
			if (!isHeard) break;
		}
		clearTimeout(slow);
		this.#look();
		if (isHeard) this.#pause = shortest;
		else this.#tryLater();
	}

	#look() {
		this.lacks = [...this.#given.values()].some(({ keptAt }) => keptAt === null);
		this.#tell(this.lacks);
	}

	/** Also when another page is in view. */
	#tryLater() {
		if (begun.get(keyOf(this.#address, this.#person)) !== this) return;
		this.#again = setTimeout(() => this.goOn(), this.#pause);
		this.#pause = Math.min(2 * this.#pause, longest);
	}

	/** Null: nobody has answered, and the next would not be answered either. */
	async #isKept(body: URLSearchParams): Promise<boolean | null> {
		const giveUp = this.#giveUp;
		const timer = setTimeout(() => giveUp.abort(), patience);
		try {
			const headers = { 'x-sveltekit-action': 'true' };
			const answer = await fetch(this.#address, { method: 'POST', body, headers, signal: giveUp.signal });
			const { location } = (await answer.json()) as { location?: string };
			return location?.startsWith('/wellbeing/') === true;
		} catch {
			return null;
		} finally {
			clearTimeout(timer);
		}
	}
}
