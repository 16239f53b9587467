import type { Cookies } from '@sveltejs/kit';
import * as v from 'valibot';

const Receipt = v.object({
	/** A message key such as "plan:receipt.added". No personal data: it travels in a cookie. */
	text: v.pipe(v.string(), v.maxLength(80)),
	/** The form that undoes it: an action address and the id it takes. */
	undo: v.optional(
		v.object({ action: v.pipe(v.string(), v.startsWith('/')), id: v.pipe(v.string(), v.uuid()) }),
	),
});
export type Receipt = v.InferOutput<typeof Receipt>;

const name = 'receipt';
const options = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: false };

/** Something was done; the next page says so, once. */
export const leaveReceipt = (cookies: Cookies, receipt: Receipt) =>
	cookies.set(name, JSON.stringify(receipt), { ...options, maxAge: 60 });

/** Takes the receipt left by the last command. */
export function takeReceipt(cookies: Cookies): Receipt | null {
	const text = cookies.get(name);
	if (!text) return null;
	cookies.delete(name, options);
	try {
		const parsed = v.safeParse(Receipt, JSON.parse(text));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}
