import { env } from '$env/dynamic/private';

export interface SupabaseSettings {
	url: string;
	publishableKey: string;
	/** ES256, as JWK text. */
	privateJwk: string;
	/** HS256, where there is no private key (the embedded default). */
	secret: string;
	/** What cookies are signed with, where the keys are new at each start (the embedded default). */
	cookieSecret: string;
}

/** Where the database is and what tokens are signed with; checked at the start (src/start/settings.ts). */
export const supabaseSettings = (): SupabaseSettings => ({
	url: env.SUPABASE_URL ?? '',
	publishableKey: env.SUPABASE_PUBLISHABLE_KEY ?? '',
	privateJwk: env.SUPABASE_JWT_PRIVATE_KEY ?? '',
	secret: env.SUPABASE_JWT_SECRET ?? '',
	cookieSecret: env.COOKIE_SECRET ?? '',
});

/** Whether demo families and demo sign-in are on. */
export const isDemo = () => env.DEMO === '1';
