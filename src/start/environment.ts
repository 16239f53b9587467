import type { Embedded } from './embedded.ts';
import type { Settings } from './settings.ts';

/** What the app reads through $env/dynamic/private. */
export function appEnvironment(settings: Settings, embedded: Embedded | null): Record<string, string> {
	const supabase = embedded
		? {
				url: embedded.url,
				publishableKey: embedded.publishableKey,
				secret: embedded.jwtSecret,
				privateJwk: '',
			}
		: settings.supabase!;
	return {
		ORIGIN: settings.origin,
		SUPABASE_URL: supabase.url,
		SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
		SUPABASE_JWT_PRIVATE_KEY: supabase.privateJwk ?? '',
		SUPABASE_JWT_SECRET: supabase.secret ?? '',
		COOKIE_SECRET: embedded?.cookieSecret ?? '',
		MUNICIPALITY_ID: settings.municipality ?? '',
		DEMO: settings.demo ? '1' : '0',
	};
}
