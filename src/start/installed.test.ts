import { expect, test } from 'vitest';
import { installed } from './installed.ts';
import { SettingsError } from './settings.ts';

test('what is installed is found', () => expect(installed('vite/package.json', 'x')).toMatch(/vite/));
test('what is not is said in one line', () => {
	const missing = () => installed('@electric-sql/none', 'The embedded database (SUPABASE_URL is not set)');
	expect(missing).toThrow(SettingsError);
	expect(missing).toThrow(/^The embedded database \(SUPABASE_URL is not set\) is not installed here; .*$/);
});
