/** The page's side of the service worker: registers it, offers a new version, tells it who is here. */
import type { Message } from './messages';

let registered: Promise<void> | undefined;
let latest: Message | undefined;

/**
 * Tells the worker whose pages it may keep (null: nobody's), and which is in view; registers it the first time. A new
 * version waits until the function given to `onUpdate` is called; only then is this page
 * loaded anew, and never while somebody is typing unless they asked for it.
 */
export async function here(keepUnder: string | null, onUpdate: OnUpdate): Promise<void> {
	// A browser may refuse (private windows do); everything works without.
	registered ??= register(onUpdate).catch(() => {});
	latest = { type: 'here', keepUnder, page: location.pathname + location.search };
	const { active, waiting } = await navigator.serviceWorker.ready;
	active?.postMessage(latest);
	// One that waits gets ready to take its place.
	waiting?.postMessage(latest);
}

type OnUpdate = (takeOver: () => void) => void;

async function register(onUpdate: OnUpdate): Promise<void> {
	const { serviceWorker } = navigator;
	const registration = await serviceWorker.register('/service-worker.js');
	const offer = (worker: ServiceWorker) =>
		onUpdate(() => {
			// Another tab has let it take over.
			if (worker.state === 'activated') return location.reload();
			serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
			worker.postMessage({ type: 'takeOver' } satisfies Message);
		});
	if (registration.waiting && registration.active) offer(registration.waiting);
	registration.addEventListener('updatefound', () => {
		const coming = registration.installing;
		coming?.addEventListener('statechange', () => {
			// The very first one has nothing to wait for.
			if (coming.state !== 'installed' || !registration.active) return;
			if (latest) coming.postMessage(latest);
			offer(coming);
		});
	});
	// An installed app stays open for days.
	document.addEventListener('visibilitychange', () => {
		if (document.visibilityState === 'visible') registration.update().catch(() => {});
	});
}
