import { grouped } from '$lib/invitation/code';
import { typeCode } from '$lib/invitation/commands.server';
import { actionOf } from '$lib/server/action';
import type { Actions } from './$types';

export const actions: Actions = {
	default: actionOf(typeCode, { to: ({ code }) => `/invitation/${grouped(code)}` }),
};
