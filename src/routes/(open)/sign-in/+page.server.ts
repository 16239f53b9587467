import { demoProvider, personas } from '$lib/server/auth/demo';
import { personOf } from '$lib/server/auth/identity';
import { invitedHere } from '$lib/server/auth/invited-here';
import { keptField, whatIsKept } from '$lib/server/kept';
import { isDemo } from '$lib/server/supabase';
import type { PageServerLoad } from './$types';

/** With the person they are, so that their face is the one it is inside. */
const withId = async (persona: (typeof personas)[number]) => ({
	persona,
	id: await personOf({ provider: demoProvider.name, subject: persona }),
});

export const load: PageServerLoad = async ({ url, cookies, locals }) => {
	const kept = url.searchParams.get(keptField);
	const what = whatIsKept(kept, { cookies, locals });
	return {
		personas: isDemo() ? await Promise.all(personas.map(withId)) : [],
		invited: isDemo() ? invitedHere(cookies) : [],
		to: url.searchParams.get('to') ?? '',
		/** What was sent when the session was over: only we can read it. */
		kept: what === 'kept' ? kept : null,
		/** Said of it to who has not signed in since. */
		what: locals.person ? null : what,
		unknown: url.searchParams.has('unknown'),
	};
};
