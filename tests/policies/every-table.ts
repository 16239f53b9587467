/** Reads the file of every table. */
import { readdirSync } from 'node:fs';
import type { Table } from './matrix.ts';
import { tables } from './table.ts';

/** What all the files here say, by table. */
export async function everyTable(): Promise<ReadonlyMap<string, Table>> {
	const folder = new URL('./', import.meta.url);
	for (const name of readdirSync(folder)) {
		if (name.endsWith('.test.ts')) await import(/* @vite-ignore */ new URL(name, folder).href);
	}
	return tables;
}
