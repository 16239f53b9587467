/** What is not installed where only what a real Supabase needs is (`npm ci --omit=dev`). */
import { createRequire } from 'node:module';
import { SettingsError } from './settings.ts';

/** Where a module is found. @throws {SettingsError} with the reason in one line when its package is not installed */
export function installed(module: string, isNeeded: string): string {
	try {
		return createRequire(import.meta.url).resolve(module);
	} catch {
		throw new SettingsError(`${isNeeded} is not installed here; run \`npm ci\` without --omit=dev.`);
	}
}
