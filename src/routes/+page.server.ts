import { redirect } from '@sveltejs/kit';
import { entranceOf } from '$lib/server/doors';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
	redirect(303, locals.person ? entranceOf(locals.person) : '/sign-in');
