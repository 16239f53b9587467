import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import directions from './eslint.directions.js';
import svelteConfig from './svelte.config.js';

const groupBy = ['Map', 'Object'].map((object) => ({
	object,
	property: 'groupBy',
	message: 'Phones from before 2024 do not have it: groupedBy of $lib/grouped.',
}));
const inPlaceOf = ['mock', 'doMock', 'resetModules'].map((property) => ({
	object: 'vi',
	property,
	message: 'Other files share these modules: name this one *.alone.test.ts.',
}));

export default ts.config(
	{ ignores: ['node_modules', '.svelte-kit', 'build', '.data', 'src/lib/server/database.types.ts'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'no-console': 'error',
			'no-restricted-properties': ['error', ...groupBy, ...inPlaceOf],
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
	},
	{ files: ['**/*.alone.test.ts'], rules: { 'no-restricted-properties': ['error', ...groupBy] } },
	...directions,
	{ files: ['src/start/**', 'supabase/**', 'tests/**'], rules: { 'no-console': 'off' } },
);
