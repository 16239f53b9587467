import { expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings';

test.each([
	[{ PORT: 'PORT' }, 'PORT must be a number'],
	[{ PORT: '99999' }, 'PORT must be at most 65535'],
	[{ ORIGIN: 'plan' }, 'ORIGIN must be what people type, without a path, such as https://plan.example.dk'],
	[{ SUPABASE_URL: 'plan' }, 'SUPABASE_URL must be an address such as https://…'],
	[{ MUNICIPALITY_ID: '7' }, 'MUNICIPALITY_ID must be the id of a municipality'],
	[{ DEMO: 'yes' }, 'DEMO must be 0 or 1'],
])('what is wrong with a setting is said in words that name it once: %o', (settings, words) => {
	expect(() => readSettings(settings)).toThrow(new SettingsError(words));
});
