/** The demo's database on a PostgreSQL, of which the servers of a run are given copies. */
import { seed } from '../../supabase/embedded/migrate.ts';
import { openScratch } from './open.ts';
import { findBinaries, start } from './postgres.ts';

interface Houses {
	address: string;
	template: string;
}

/** Null where there is no PostgreSQL, or none is wanted. */
export const houses = () => JSON.parse(process.env.HOUSES_ON ?? 'null') as Houses | null;

/** Starts PostgreSQL for the servers of a run, where there is one. @returns what stops it */
export async function provideHouses(): Promise<(() => Promise<void>) | undefined> {
	const binaries = process.env.HOUSES === 'embedded' ? null : findBinaries();
	// Several projects of one run ask for it; the first has made it.
	if (!binaries || houses()) return undefined;
	const server = await start(binaries, { jit: 'off' });
	const template = await openScratch(server.address);
	await seed(template);
	// Nobody may be connected to a database that is copied.
	await template.disconnect();
	process.env.HOUSES_ON = JSON.stringify({
		address: server.address,
		template: template.name,
	} satisfies Houses);
	return async () => {
		delete process.env.HOUSES_ON;
		await server.stop();
	};
}
