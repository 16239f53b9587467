import { grouped } from '$lib/invitation/code';
import { TypedCode } from '$lib/invitation/commands.server';
import { command } from '$lib/server/command';
import type { Actions } from './$types';

export const actions: Actions = {
	default: command(TypedCode, async (_event, { code }) => ({ to: `/invitation/${grouped(code)}` })),
};
