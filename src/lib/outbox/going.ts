/** What a form says when it is pressed, and goes wherever one goes meanwhile (submit.ts). */
export type Going = CustomEvent<{ notSent: () => void }>;

/** @param back called where it did not arrive, and waits nowhere: it is begun still */
export function whenNotSent({ detail }: Going, back: () => void): void {
	const before = detail.notSent;
	detail.notSent = () => {
		before();
		back();
	};
}
