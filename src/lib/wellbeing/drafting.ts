/** Answers on their way to be kept while one goes on answering, so that one can go on another day. */

/** For so long (ms) the server is given for one of them. */
const patience = 8_000;
/** For so long (ms) together once all of them are sent as one: the form waits little longer (outbox/submit.ts). */
const patienceAtEnd = 2_500;

/** How much more (ms) our clock shows than the phone's: where a page comes late it seems less, never more. */
let ahead: number | undefined;
let last = -Infinity;

/** A page was drawn with what our clock showed then: not to be told of a copy, nor late. */
export const drawn = (servedAt: Date): void => {
	ahead = Math.max(ahead ?? -Infinity, servedAt.getTime() - Date.now());
};

/** When something is answered, by our clock; after all that was answered here before. */
function answeredNow(): string {
	last = Math.max(last + 1, Date.now() + (ahead ?? 0));
	return new Date(last).toISOString();
}

export class Drafting {
	#unkept = new Map<number, URLSearchParams>();
	#underway: Promise<void> | null = null;
	#giveUp = new AbortController();
	#address: string;
	#lacks: (is: boolean) => void;

	/**
	 * @param address where they go, whole: what is on its way when another page is in view still goes there
	 * @param lacks told whether the server lacks any of them: then nobody is told that they are kept
	 */
	constructor(address: string, lacks: (is: boolean) => void) {
		this.#address = address;
		this.#lacks = lacks;
	}

	/** What did not come through goes again with the next. */
	keep(question: number, answer: number | null, person: string): void {
		const body = new URLSearchParams({
			_form: 'keep',
			_person: person,
			question: String(question),
			answer: String(answer ?? ''),
			// What comes late takes the place of nothing newer, also of another opening of the page.
			answeredAt: answeredNow(),
		});
		// After those that wait, wherever it stood before.
		this.#unkept.delete(question);
		this.#unkept.set(question, body);
		this.#underway ??= this.#send().finally(() => (this.#underway = null));
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
		// What is answered meanwhile comes last.
		for (const [question, body] of this.#unkept) {
			const isKept = await this.#isKept(body);
			// It was answered anew meanwhile.
			if (isKept && this.#unkept.get(question) === body) this.#unkept.delete(question);
			if (isKept === null) break;
		}
		this.#lacks(this.#unkept.size > 0);
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
