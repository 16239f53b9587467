/**
 * Derives the migrations from supabase/schemas. Until the first release there is one migration, written anew.
 * `--check` only says whether the migrations and the schemas make the same database.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const header = `-- Derived from supabase/schemas by \`npm run db:diff\`. Until the first release there is this one migration and it is
-- derived anew with every change; afterwards each change gets a migration of its own.

`;
const root = new URL('../', import.meta.url);
const target = new URL('migrations/20261123000000_initial.sql', root);

const files = readdirSync(new URL('schemas/', root)).sort();
const derived =
	header + files.map((name) => readFileSync(new URL(`schemas/${name}`, root), 'utf8') + '\n').join('');

if (!process.argv.includes('--check')) {
	writeFileSync(target, derived);
} else if (readFileSync(target, 'utf8') !== derived) {
	console.error(
		'supabase/migrations is not what supabase/schemas says: run `npm run db:diff`, then read it.',
	);
	process.exit(1);
}
