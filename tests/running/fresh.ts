/**
 * A server with fresh demo data for one test file: on a copy of a database where the machine has PostgreSQL, which is
 * several times as fast, and otherwise on the embedded one, as people start it. What is about the embedded one (its
 * start, its folder, its end) starts it itself. `HOUSES=embedded` takes that for all.
 */
import { join } from 'node:path';
import { openPglite } from '../../supabase/embedded/pglite.ts';
import { houses } from '../database/houses.ts';
import { copyOf } from '../database/open.ts';
import { supabaseOn } from '../database/supabase.ts';
import { freshData } from '../e2e/prepare.ts';
import { startServer, type Server } from '../e2e/server.ts';

interface Fresh {
	/** SQL that runs as the owner before anybody comes in. */
	more?: string;
	settings?: Record<string, string>;
}

/** @param name of its data, as no other file's */
export async function freshServer(name: string, { more = '', settings = {} }: Fresh = {}): Promise<Server> {
	const on = houses();
	if (!on) {
		const folder = freshData(name);
		if (more) {
			const database = await openPglite(join(folder, 'pglite'));
			await database.exec(more);
			await database.close();
		}
		return startServer(folder, settings);
	}
	const database = await copyOf(on.address, on.template);
	if (more) await database.exec(more);
	const supabase = await supabaseOn(on.address, database.name);
	// A folder that cannot be made shows that none is wanted.
	const server = await startServer('/dev/null/nothing', {
		DEMO: '1',
		MUNICIPALITY_ID: '00000000-0000-7000-8000-00000000000e',
		...supabase.settings,
		...settings,
	});
	return {
		...server,
		async stop(signal) {
			await server.stop(signal);
			await supabase.stop();
			await database.close();
		},
	};
}
