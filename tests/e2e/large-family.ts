/** The demo's data with the large family beside it: what a page shows of a family with years behind it. */
import { join } from 'node:path';
import { openPglite } from '../../supabase/embedded/pglite.ts';
import { largeFamily } from '../large-family/large-family.ts';

/** Puts the large family into a data folder whose server has stopped. */
export async function addLargeFamily(folder: string): Promise<void> {
	const database = await openPglite(join(folder, 'pglite'));
	await database.exec(largeFamily());
	await database.close();
}

/** The cookie that says who of the large family asks; `known` is a cookie of the demo's, which tells its name. */
export const cookieOf = (known: string, who: string): string =>
	known.replace(
		/(^|; )((?:__Host-)?session)=[^;]*/,
		(_, before: string, name: string) => `${before}${name}=${encodeURIComponent(who)}`,
	);
