/** For so long (ms) one try is waited for: what is answered by something else is never over. */
const patience = 20_000;
/** Between two tries (ms): doubled from the shortest to the longest. */
const shortest = 2_000;
const longest = 60_000;

/** Asks again and again, until it is told to stop. A network that says it is back may need a moment, and one that lets nothing through says nothing. */
export function untilHere(ask: () => unknown): () => void {
	let wait = shortest;
	let isStopped = false;
	let timer = setTimeout(async function later() {
		await Promise.race([ask(), new Promise((go) => setTimeout(go, patience))]);
		if (isStopped) return;
		wait = Math.min(2 * wait, longest);
		timer = setTimeout(later, wait);
	}, wait);
	return () => {
		isStopped = true;
		clearTimeout(timer);
	};
}
