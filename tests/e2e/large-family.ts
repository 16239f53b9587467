/** The demo's data with the large family beside it: what a page shows of a family with years behind it. */
import { join } from 'node:path';
import { openPglite } from '../../supabase/embedded/pglite.ts';
import { largeFamily } from '../large-family/large-family.ts';
import { idOf } from '../policies/labels.ts';
import type { Persona } from './fixtures.ts';
import type { About } from './pages.ts';

/** Puts the large family, and what `more` adds to it, into a data folder whose server has stopped. */
export async function addLargeFamily(folder: string, more = ''): Promise<void> {
	const database = await openPglite(join(folder, 'pglite'));
	await database.exec(largeFamily() + more);
	await database.close();
}

export const large: About = {
	family: idOf('large family'),
	goal: idOf('large goal 2'),
	version: idOf('large version 30'),
	meeting: idOf('large meeting 291'),
	heldMeeting: idOf('large meeting 290'),
	offer: idOf('large offer 3'),
	coordinator: idOf('large professional 1'),
	another: idOf('large professional 2'),
	job: idOf('large job 1'),
};

/** Who of the large family and around it is there for whom of the demo. */
export const inLarge = {
	parent: 'large parent',
	'other-parent': 'large partner',
	'young-person': 'large child 2',
	child: 'large child 1',
	coordinator: 'large professional 1',
	'job-adviser': 'large professional 2',
	'project-lead': 'large professional 10',
} as const satisfies { [who in Persona]?: string };

/** The cookie that says who of the large family asks; `known` is a cookie of the demo's, which tells its name. */
export const cookieOf = (known: string, who: string): string =>
	known.replace(
		/(^|; )((?:__Host-)?session)=[^;]*/,
		(_, before: string, name: string) => `${before}${name}=${encodeURIComponent(who)}`,
	);
