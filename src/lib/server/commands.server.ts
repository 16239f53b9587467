/**
 * Commands of no room. How this browser shows things: anybody chooses it, and it is remembered here and not of a
 * person. And the devices one is signed in on.
 */
import * as v from 'valibot';
import { isLanguage, type Language } from '$lib/i18n/languages';
import { signOutThere } from './auth/devices';
import { command, openCommand } from './command';
import { id } from './fields';

const year = 365 * 24 * 60 * 60;
const options = { path: '/', sameSite: 'lax' as const, httpOnly: true, secure: false, maxAge: year };

export const chooseLanguage = openCommand({
	name: 'browser.chooseLanguage',
	schema: v.object({
		language: v.custom<Language>(isLanguage),
		/** Where it was chosen. */
		to: v.optional(v.string(), ''),
	}),
	run: async ({ event }, { language }) => event.cookies.set('language', language, options),
	receipt: 'common:receipt.language',
});

export const chooseTheme = openCommand({
	name: 'browser.chooseTheme',
	/** Empty: as the device has it. */
	schema: v.object({ theme: v.picklist(['', 'light', 'dark']) }),
	run: async ({ event }, { theme }) => {
		if (theme) event.cookies.set('theme', theme, options);
		else event.cookies.delete('theme', { path: '/' });
	},
});

export const signOutDevice = command({
	name: 'auth.signOutDevice',
	schema: v.object({ id }),
	run: ({ db }, device) => signOutThere(db, device.id),
	receipt: 'family:receipt.signedOutThere',
});

export const groundCommands = [chooseLanguage, chooseTheme, signOutDevice];
