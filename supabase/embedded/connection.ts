/** The embedded database as the server asks it: by the roles of the tokens, with just the rights the migrations give. */
import { PgliteConnection } from '@supabase/lite/pglite';
import { platform, type SqlRunner } from './migrate.ts';
import { keepStackOf, opening, runner } from './pglite.ts';
import { preparing } from './statements.ts';
import { tablesBeside } from './tables.ts';

export interface EmbeddedDatabase {
	connection: PgliteConnection;
	/** Runs as the owner, past row security; until `openTheDoor`. */
	owner: SqlRunner;
	/** Reads what tables there are, before the first request. */
	readTables(): Promise<void>;
	/** From here on the connection can only become somebody whose role is in a token. There is no way back. */
	openTheDoor(): Promise<void>;
	/** Out of whatever transaction or half a message an error left the connection in. @throws when it stays broken */
	heal(): Promise<void>;
}

/** What @supabase/lite knows of who asks. */
interface Asking {
	auth?: { uid: string | null; role: string; jwt: object | null };
}

/** Says something in a transaction before the question itself. */
type Say = (sql: string, parameters: unknown[], transaction: unknown) => Promise<unknown>;

/**
 * What is ours of a connection of @supabase/lite, which gives anon, authenticated and service_role every right on every
 * table at its first request, so that row security alone would decide. Here rights are granted by column, and the roles
 * exist (platform.sql). Who asks is said in one statement, where it has five.
 */
export const asOurs = (say: Say) => ({
	ensureRlsContext: () => Promise.resolve(true),
	normalizeDbError: withItsRule,
	applyJwtSessionContext: (transaction: unknown, { auth }: Asking) =>
		say(
			`select set_config('role', $1, true), set_config('request.jwt.claim.role', $1, true),
				set_config('request.jwt.claim.sub', $2, true), set_config('request.jwt.claims', $3, true)`,
			[auth?.role ?? 'anon', auth?.uid ?? '', auth?.jwt ? JSON.stringify(auth.jwt) : ''],
			transaction,
		),
	// Nor do our functions ask how they were called, or say how to answer.
	applyRpcRequestGucs: () => Promise.resolve(),
});

/**
 * What breaks a check, or private.refuse raises, @supabase/lite passes on without its SQLSTATE and the name of the rule.
 * As a code of PostgREST's it passes it on whole: by that, and by the hint, DatabaseError knows it. Without the row it was
 * about, which stands in the details.
 */
const withItsRule = (error: unknown): unknown => {
	const { code, message, constraint, constraint_name } = error as Partial<Record<string, string>>;
	const hint = constraint ?? constraint_name;
	return code === '23514' ? Object.assign(new Error(message), { code: 'PT400', hint }) : error;
};

/** Opens the database in a folder. Nothing has been migrated yet. */
export async function openDatabase(dataDir: string): Promise<EmbeddedDatabase> {
	const connection = new PgliteConnection({
		url: dataDir,
		pgliteOptions: opening,
		schemaCache: tablesBeside(dataDir),
	});
	const asking = preparing(connection.driver);
	Object.assign(connection, asOurs(asking.ahead));
	const owner = runner(connection.driver);
	await owner.exec(platform());
	keepStackOf(connection.driver);
	return {
		connection,
		owner,
		async readTables() {
			// PGlite learns the arrays of our enums when it opens; those the migrations have just made it must look up.
			await connection.driver.refreshArrayTypes();
			// What tables there are is read once, while everything can be seen; requests use what was read.
			await connection.introspect({ useCache: true });
			Object.assign(connection.driver, { query: asking.query });
		},
		async openTheDoor() {
			// As PostgREST does, and so that a version that grants under another name fails instead.
			await owner.exec('set session authorization authenticator');
		},
		async heal() {
			// A value that PGlite cannot write (a number as an array) leaves half a message behind, at which the
			// next statement fails, whatever it is; only after that does a rollback arrive.
			for (let attempt = 1; attempt <= 3; attempt += 1) {
				const [alive] = await owner
					.exec('rollback')
					.then(() => owner.rows(`select current_user = 'authenticator' as "itself"`))
					.catch(() => []);
				if (alive?.itself) return;
			}
			throw new Error('The connection does not come back.');
		},
	};
}
