import { personas } from '$lib/server/auth/demo';
import { isDemo } from '$lib/server/supabase';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	personas: isDemo() ? [...personas] : [],
	to: url.searchParams.get('to') ?? '',
	unknown: url.searchParams.has('unknown'),
});
