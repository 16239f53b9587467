/** What a tab hears of a new version, and what it does when it is wanted. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

class Worker extends EventTarget {
	state: 'installing' | 'installed' | 'activated' = 'installing';
	postMessage = vi.fn();
	becomes(state: Worker['state']) {
		this.state = state;
		this.dispatchEvent(new Event('statechange'));
	}
}
class Registration extends EventTarget {
	active: Worker | null = new Worker();
	waiting: Worker | null = null;
	installing: Worker | null = null;
	update = vi.fn(async () => undefined);
}

let registration: Registration;
let container: EventTarget & { ready?: Promise<Registration>; register?: () => Promise<Registration> };
const reload = vi.fn();
const shown = { is: 'visible', seen: () => undefined as unknown };

beforeEach(() => {
	vi.resetModules();
	reload.mockClear();
	registration = new Registration();
	container = new EventTarget();
	Object.assign(container, { ready: Promise.resolve(registration), register: async () => registration });
	vi.stubGlobal('navigator', { serviceWorker: container });
	vi.stubGlobal('location', { pathname: '/plan', search: '', reload });
	vi.stubGlobal('document', {
		visibilityState: 'visible',
		addEventListener: (_: string, listener: () => void) => (shown.seen = listener),
	});
});
afterEach(() => void vi.unstubAllGlobals());

/** Opens a tab. @returns how the new version takes over, once it is offered */
async function tab() {
	const { here } = await import('./worker');
	const offered = vi.fn<(takeOver: () => void) => void>();
	await here('amira', offered);
	return { offered, takeOver: () => offered.mock.calls[0]![0]() };
}

test('one that waits already is offered, and one that comes; the very first has nothing to wait for', async () => {
	registration.waiting = new Worker();
	expect((await tab()).offered).toHaveBeenCalledOnce();

	vi.resetModules();
	registration.waiting = null;
	const { offered } = await tab();
	expect(offered).not.toHaveBeenCalled();
	registration.installing = new Worker();
	registration.dispatchEvent(new Event('updatefound'));
	registration.installing.becomes('installed');
	expect(offered).toHaveBeenCalledOnce();

	registration.active = null;
	registration.installing.becomes('installed');
	expect(offered).toHaveBeenCalledOnce();
});
test('one that waits is told who is here too, and gets ready', async () => {
	const waiting = (registration.waiting = new Worker());
	await tab();
	const told = { type: 'here', keepUnder: 'amira', page: '/plan' };
	expect(registration.active!.postMessage).toHaveBeenCalledWith(told);
	expect(waiting.postMessage).toHaveBeenCalledWith(told);

	const coming = (registration.installing = new Worker());
	registration.dispatchEvent(new Event('updatefound'));
	coming.becomes('installed');
	expect(coming.postMessage).toHaveBeenCalledWith(told);
});
test('wanted, it takes over, and then the page is loaded anew', async () => {
	const waiting = (registration.waiting = new Worker());
	(await tab()).takeOver();
	expect(waiting.postMessage).toHaveBeenCalledWith({ type: 'takeOver' });
	expect(reload).not.toHaveBeenCalled();
	container.dispatchEvent(new Event('controllerchange'));
	expect(reload).toHaveBeenCalledOnce();
});
test('let take over in another tab, it is there: the page is only loaded anew', async () => {
	const waiting = (registration.waiting = new Worker());
	const { takeOver } = await tab();
	waiting.becomes('activated');
	takeOver();
	expect(waiting.postMessage).not.toHaveBeenCalledWith({ type: 'takeOver' });
	expect(reload).toHaveBeenCalledOnce();
});
test('a page that stays open for days looks for one when it is looked at', async () => {
	await tab();
	shown.seen();
	expect(registration.update).toHaveBeenCalledOnce();
});
