import { SettingsError } from './settings.ts';

/** What somebody can put right themselves is said in its one line; anything else as it is. Ends the program. */
export function stopped(error: Error): never {
	console.error(error instanceof SettingsError ? error.message : error);
	process.exit(1);
}
