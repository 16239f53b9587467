/** What an answer of the house says, and whether it says it in words. */
import { readdirSync, readFileSync } from 'node:fs';

const danish = new URL('../../src/lib/i18n/locales/da/', import.meta.url);
const messages = new Map(
	readdirSync(danish).map((file) => [
		file.replace('.json', ''),
		JSON.parse(readFileSync(new URL(file, danish), 'utf8')) as Record<string, unknown>,
	]),
);
const rawKey = new RegExp(`\\b(?:${[...messages.keys()].join('|')}):[a-z]\\w*(?:\\.\\w+)+`);

/** Whether there are words for a key. */
export function isSaid(key: string): boolean {
	const [room, path = ''] = key.split(':');
	let found: unknown = messages.get(room!);
	for (const part of path.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
	return typeof found === 'string';
}

/** What one reads of an answer; scripts carry keys that the page turns into words. */
const read = (html: string) => html.replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');

/** An action's answer to a page's script. */
export interface ActionAnswer {
	type: 'success' | 'failure' | 'redirect' | 'error';
	status: number;
	location?: string;
	data?: string;
}

/** The keys in a refusal: Kit flattens it to a list in which objects point to the places of what they hold. */
function keysOf(data: string): string[] {
	const list = JSON.parse(data) as unknown[];
	const { refusal = -1, errors = -1 } = (list[0] ?? {}) as { refusal?: number; errors?: number };
	const places = [refusal, ...Object.values((list[errors] ?? {}) as Record<string, number>)];
	return places.map((place) => list[place]).filter((key) => typeof key === 'string');
}

/** What is wrong with this answer; null when nothing is. */
export function wrongWith(status: number, text: string, action: ActionAnswer | null): string | null {
	const worst = Math.max(status, action?.status ?? 0);
	if (worst >= 500) return `answers ${worst}`;
	if (!action) {
		const key = rawKey.exec(read(text));
		return key && `shows the key ${key[0]}`;
	}
	if (action.type !== 'failure') return null;
	const keys = keysOf(action.data ?? '[]');
	if (!keys.length) return 'is refused without a word';
	const unsaid = keys.find((key) => !isSaid(key));
	return unsaid === undefined ? null : `has no words for ${unsaid}`;
}
