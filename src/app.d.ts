import type { Language } from '$lib/i18n/languages';
import type { Session, SignedIn } from '$lib/server/auth/session';
import type { Title } from '$lib/titles';
import type { Database } from '$lib/server/database';

declare global {
	namespace App {
		interface Locals {
			/** Who asks; null when nobody is signed in. */
			person: SignedIn | null;
			session: Session | null;
			/** A client that is this person and nobody else (anonymous when nobody is signed in). */
			db: Database;
			language: Language;
			theme: 'light' | 'dark' | null;
			/** The time of the request. Rooms take it from here and have no clock of their own. */
			now: Date;
			/** What was sent, read once (lib/server/body.ts); null: nothing, or not yet. */
			body: Uint8Array<ArrayBuffer> | null;
			/** What an action has refused, with its status: said also where the page with its form is not to be had. */
			refusal?: { status: number; message: string };
			/** Something failed that is no refusal: the page that is drawn has no form any more. */
			isBroken?: boolean;
			/** The status of the page where it is not 200 though it is drawn as usual: a code that nobody knows. */
			pageStatus?: number;
			/** False when the service worker fetches a copy to keep: nobody sees this answer now. */
			isLookedAt: boolean;
		}
		interface PageData {
			/** Said by a page that is something else at times than its route's title (src/lib/titles.ts). */
			title: Title | null;
		}
		interface Error {
			/** A message key; the page says it in the person's language. */
			message: string;
			/** In that language already, where it says more than a key can. */
			words?: string;
		}
	}
}

export {};
