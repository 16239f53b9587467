import type { Actions } from '@sveltejs/kit';
import { actionOf } from '$lib/server/action';
import { chooseLanguage, chooseTheme } from '$lib/server/commands.server';
import { ownPath } from '$lib/server/doors';

export const actions: Actions = {
	language: actionOf(chooseLanguage, { to: ({ to }) => ownPath(to) ?? '/' }),
	theme: actionOf(chooseTheme, { to: '/language' }),
};
