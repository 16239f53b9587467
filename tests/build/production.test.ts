/** What runs with a real Supabase needs nothing that only demo, development and building need: `npm ci --omit=dev`. */
import { globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import ts from 'typescript';
import { expect, test } from 'vitest';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
	dependencies: Record<string, string>;
};

/** The packages a file imports when it is loaded, or when it comes to it. */
const packagesIn = (file: string) =>
	ts
		.preProcessFile(readFileSync(file, 'utf8'))
		.importedFiles.map(({ fileName }) => fileName)
		.filter((name) => !/^[./]|^node:/.test(name) && !builtinModules.includes(name))
		.map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/'));

test('the built server and what starts it import what is installed without the development packages', () => {
	const files = [
		...globSync('build/**/*.js', { exclude: ['build/client/**'] }),
		// The development server is Vite's.
		...globSync('src/start/*.ts', { exclude: ['**/*.test.ts', '**/dev.ts'] }),
	];
	const imported = new Set(files.flatMap(packagesIn));
	expect(imported).toContain('@supabase/supabase-js');
	expect([...imported].filter((name) => !Object.hasOwn(dependencies, name))).toEqual([]);
});
