import { personas } from '$lib/server/auth/demo';
import { invitedHere } from '$lib/server/auth/invited-here';
import { keptField } from '$lib/server/kept';
import { isDemo } from '$lib/server/supabase';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, cookies }) => ({
	personas: isDemo() ? [...personas] : [],
	invited: isDemo() ? invitedHere(cookies) : [],
	to: url.searchParams.get('to') ?? '',
	/** What was sent when the session was over: only we can read it. */
	kept: url.searchParams.get(keptField) ?? '',
	unknown: url.searchParams.has('unknown'),
});
