/** Reads the file of every table. */
import { readdirSync } from 'node:fs';
import type { Table } from './matrix.ts';
import { tables } from './table.ts';

/** What all the files here say, by table. */
export async function everyTable(): Promise<ReadonlyMap<string, Table>> {
	const folder = new URL('./', import.meta.url);
	for (const name of readdirSync(folder)) {
		// A copy of its own: files share what a worker has loaded, and the file's own run must still find itself unread.
		if (name.endsWith('.test.ts')) await import(/* @vite-ignore */ new URL(`${name}?read`, folder).href);
	}
	return tables;
}
