/** Stands in for what a phone keeps (keeping.ts): what is there, and what was done with it. */
const fresh = () => ({
	pages: new Set(['/plan']),
	forgot: 0,
	session: null as string | null,
	dropped: [] as string[],
	put: [] as string[],
	elsewhere: [] as string[],
	begun: [] as string[],
});
export const kept = fresh();
export const anew = () => void Object.assign(kept, fresh());

export const has = async (page: string) => kept.pages.has(page);
export const find = async (page: string) => ({
	text: kept.pages.has(page) ? '{"copy":1}' : null,
	latest: null,
});
export const forget = async () => void (kept.forgot += 1);
export const drop = async (page: string) => void kept.dropped.push(page);
export const keep = async (_: string, page: string) => void kept.put.push(page);
export const keptElsewhere = async () => kept.elsewhere;
export const keptForElsewhere = async () => (kept.elsewhere.length ? 'amira-da-1' : null);
export const begin = async (session: string) => void kept.begun.push(session);
export const keptFor = async () => kept.session;
