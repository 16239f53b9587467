/** What eslint.directions.js refuses. */
import { Linter } from 'eslint';
import ts from 'typescript-eslint';
import { expect, test } from 'vitest';
// @ts-expect-error it is plain JavaScript, as what eslint reads
import directions from '../../eslint.directions.js';

const parsed = {
	files: ['**/*.ts'],
	languageOptions: { parser: ts.parser },
	plugins: { '@typescript-eslint': ts.plugin },
} as Linter.Config;
const rulesRefusing = (file: string, code: string) =>
	new Set(new Linter().verify(code, [parsed, ...directions], file).map(({ ruleId }) => ruleId));
const refusedIn = (file: string, from: string, word = 'import') =>
	rulesRefusing(file, `${word} { it } from '${from}';`);

test.each([
	['src/lib/titles.ts', '$lib/plan/plan'],
	['src/lib/titles.ts', '$lib/server/database'],
	['src/lib/titles.ts', '../routes/me/words'],
	['src/lib/titles.ts', '@sveltejs/kit'],
	['src/lib/plan/plan.ts', '$lib/server/database'],
	['src/lib/plan/plan.ts', '$lib/meetings/meetings.server'],
	['src/lib/plan/deeper/rule.ts', '$lib/server/database'],
	['src/lib/plan/deeper/rule.ts', 'valibot'],
	['src/lib/plan/deeper/rule.ts', '../plan.server'],
	['src/lib/plan/deeper/verb.server.ts', '$lib/meetings/meetings.server'],
	['src/lib/ui/icons.ts', '$lib/i18n/format'],
	['src/lib/server/auth/session.ts', '$lib/plan/plan'],
])('%s does not import of %s, nor when it comes to it', (file, from) => {
	expect(refusedIn(file, from)).toEqual(new Set(['@typescript-eslint/no-restricted-imports']));
	expect(rulesRefusing(file, `void import('${from}')`)).toEqual(new Set(['no-restricted-syntax']));
});

test.each([
	['src/lib/titles.ts', '$lib/i18n/format'],
	['src/lib/plan/deeper/rule.ts', '$lib/meetings/meetings'],
	['src/lib/plan/deeper/verb.server.ts', '$lib/server/database'],
	['src/lib/titles.test.ts', '$lib/i18n/messages.server'],
])('%s imports of %s', (file, from) => {
	expect(refusedIn(file, from)).toEqual(new Set());
	expect(rulesRefusing(file, `void import('${from}')`)).toEqual(new Set());
});

test.each(['src/lib/titles.ts', 'src/lib/plan/deeper/rule.ts'])(
	'%s knows the types of the server',
	(file) => {
		expect(refusedIn(file, '$lib/server/database.types', 'import type')).toEqual(new Set());
	},
);
