/** A network that answers when it is told to, on a clock that goes when it is told to. */
import { afterEach, beforeEach, vi } from 'vitest';

/** What is on its way: ended, it is no more. */
let onItsWay: { path: string; answer: (text: string) => void }[];
export const underWay = () => onItsWay;
export const paths = () => onItsWay.map(({ path }) => path);
export const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);
/** All that is on its way is answered so. */
export const answerAll = (text: string) => [...onItsWay].forEach((one) => one.answer(text));
/** The data of a page, drawn for this session. */
export const wholeOf = (session: string) =>
	`{"type":"data","nodes":[{"type":"data","data":[{"keepUnder":1},"${session}"]}]}`;

/** For the tests beside which it is called. */
export function onASlowNetwork() {
	beforeEach(() => {
		vi.useFakeTimers();
		onItsWay = [];
		vi.stubGlobal('fetch', (input: Request | string, init: RequestInit) => {
			const { pathname: path } = new URL(typeof input === 'string' ? input : input.url, 'https://x');
			return new Promise<Response>((go, fail) => {
				const one = { path, answer: (text: string) => (over(), go(new Response(text))) };
				const over = () => (onItsWay = onItsWay.filter((other) => other !== one));
				onItsWay.push(one);
				init.signal!.addEventListener('abort', () => (over(), fail(new Error('aborted'))));
			});
		});
	});
	afterEach(async () => {
		await seconds(60);
		vi.useRealTimers();
	});
}
