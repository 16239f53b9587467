import { notices } from '$lib/notice/notice.server';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	notices: await notices(locals.db, locals.person, locals.language),
});
