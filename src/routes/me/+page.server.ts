import { rename } from '$lib/family/commands.server';
import { actionOf } from '$lib/server/action';
import { signedIn } from '$lib/server/command';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ me: signedIn(event) });

export const actions: Actions = { rename: actionOf(rename) };
