/** The settings of a start, from the environment; docs/running.md explains each. */
import * as v from 'valibot';

const url = v.pipe(v.string(), v.url('must be an address such as https://…'));
/** What a browser says where a form comes from: scheme, host and port. */
function isOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, origin } = new URL(text);
	return /^https?:$/.test(protocol) && origin === text.replace(/\/$/, '');
}
const flag = v.optional(v.picklist(['0', '1'], 'must be 0 or 1'), '0');

const Environment = v.object({
	HOST: v.optional(v.string(), '127.0.0.1'),
	PORT: v.optional(
		v.pipe(
			v.string(),
			v.regex(/^\d{1,5}$/, 'must be a number'),
			v.transform(Number),
			v.maxValue(65_535, 'must be at most 65535'),
		),
		'3000',
	),
	ORIGIN: v.optional(
		v.pipe(
			v.string(),
			v.check(isOrigin, 'must be what people type, without a path, such as https://plan.example.dk'),
		),
	),
	DATA_DIR: v.optional(v.string(), '.data'),
	SUPABASE_URL: v.optional(url),
	SUPABASE_PUBLISHABLE_KEY: v.optional(v.string()),
	SUPABASE_JWT_PRIVATE_KEY: v.optional(v.string()),
	SUPABASE_JWT_SECRET: v.optional(v.string()),
	MUNICIPALITY_ID: v.optional(v.pipe(v.string(), v.uuid('must be the id of a municipality'))),
	DEMO: flag,
});

export interface Settings {
	host: string;
	port: number;
	/** Scheme, host and port people type; also what the Origin of a form must be. */
	origin: string;
	dataDir: string;
	/** Whose notice people see who are not signed in; null: nobody's. */
	municipality: string | null;
	/** Null: start the embedded Supabase. */
	supabase: { url: string; publishableKey: string; privateJwk?: string; secret?: string } | null;
	/** Demo families and demo sign-in. On by default only with the embedded Supabase. */
	demo: boolean;
}

/** A setting is missing or wrong; the message is one line that names it. */
export class SettingsError extends Error {}

/** Reads and checks the settings. @throws {SettingsError} */
export function readSettings(environment: Record<string, string | undefined>): Settings {
	const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
	const parsed = v.safeParse(Environment, given);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		throw new SettingsError(`${v.getDotPath(issue)} ${issue.message}`);
	}
	const env = parsed.output;
	const loopbackHost = env.HOST === '0.0.0.0' || env.HOST === '::' ? '127.0.0.1' : env.HOST;
	const base = {
		host: env.HOST,
		port: env.PORT,
		origin: new URL(env.ORIGIN ?? `http://${loopbackHost}:${env.PORT}`).origin,
		dataDir: env.DATA_DIR,
	};
	if (!env.SUPABASE_URL) {
		const demo = given.DEMO !== '0';
		// The first municipality of the demo (supabase/seed/10_people.sql).
		const municipality = env.MUNICIPALITY_ID ?? (demo ? '00000000-0000-7000-8000-00000000000e' : null);
		return { ...base, municipality, supabase: null, demo };
	}

	if (!env.SUPABASE_PUBLISHABLE_KEY) {
		throw new SettingsError('SUPABASE_PUBLISHABLE_KEY is missing: it is needed with SUPABASE_URL.');
	}
	if (/^sb_secret_/.test(env.SUPABASE_PUBLISHABLE_KEY)) {
		throw new SettingsError('SUPABASE_PUBLISHABLE_KEY is a secret key: use the publishable one.');
	}
	if (!env.SUPABASE_JWT_PRIVATE_KEY && !env.SUPABASE_JWT_SECRET) {
		throw new SettingsError(
			'SUPABASE_JWT_PRIVATE_KEY (or SUPABASE_JWT_SECRET) is missing: it is needed with SUPABASE_URL.',
		);
	}
	if (env.SUPABASE_JWT_PRIVATE_KEY) checkJwk(env.SUPABASE_JWT_PRIVATE_KEY);
	return {
		...base,
		municipality: env.MUNICIPALITY_ID ?? null,
		supabase: {
			url: env.SUPABASE_URL,
			publishableKey: env.SUPABASE_PUBLISHABLE_KEY,
			privateJwk: env.SUPABASE_JWT_PRIVATE_KEY,
			secret: env.SUPABASE_JWT_SECRET,
		},
		demo: env.DEMO === '1',
	};
}

function checkJwk(text: string) {
	try {
		const key = JSON.parse(text) as Record<string, unknown>;
		if (key.kty === 'EC' && key.crv === 'P-256' && key.d && key.kid) return;
	} catch {
		// Falls through to the one message below.
	}
	throw new SettingsError(
		'SUPABASE_JWT_PRIVATE_KEY must be a private ES256 key as JWK (JSON with kty, crv, d, kid).',
	);
}
