import { personas } from '$lib/server/auth/demo';
import { invitedHere } from '$lib/server/auth/invited-here';
import { isDemo } from '$lib/server/supabase';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, cookies }) => ({
	personas: isDemo() ? [...personas] : [],
	invited: isDemo() ? invitedHere(cookies) : [],
	to: url.searchParams.get('to') ?? '',
	unknown: url.searchParams.has('unknown'),
});
