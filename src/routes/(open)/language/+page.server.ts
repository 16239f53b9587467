import { redirect, type Actions } from '@sveltejs/kit';
import { isLanguage } from '$lib/i18n/languages';
import { ownPath } from '$lib/server/doors';
import { leaveReceipt } from '$lib/server/receipt';

const year = 365 * 24 * 60 * 60;
const options = { path: '/', sameSite: 'lax' as const, httpOnly: true, secure: false, maxAge: year };

export const actions: Actions = {
	language: async ({ request, cookies }) => {
		const form = await request.formData();
		const language = form.get('language');
		if (isLanguage(language)) {
			cookies.set('language', language, options);
			leaveReceipt(cookies, { text: 'common:receipt.language' });
		}
		redirect(303, ownPath(form.get('to')) ?? '/');
	},
	theme: async ({ request, cookies }) => {
		const theme = (await request.formData()).get('theme');
		if (theme === 'light' || theme === 'dark') cookies.set('theme', theme, options);
		else cookies.delete('theme', { path: '/' });
		redirect(303, '/language');
	},
};
