/**
 * Reads and changes Kit's answers to `__data.json`: one line of JSON with a node per layout and page, each a list in
 * devalue's flat form (its first entry maps names to places in the list), then a line per promise. Pure.
 */
type Flat = [Record<string, number>, ...unknown[]];
type Node =
	| { type: 'data'; data: Flat; uses?: unknown }
	| { type: 'skip' }
	| { type: 'error'; status: number; error: App.Error }
	| null;
interface Nodes {
	type: 'data';
	nodes: Node[];
}
type Line = Nodes | { type: 'redirect'; location: string };

/** What an answer says about who is signed in and whether it is a whole page. */
export type Reading =
	| { kind: 'redirect'; location: string }
	/**
	 * `keepUnder` as the root layout says it; undefined when the answer leaves the root layout out. A part leaves
	 * out what the page that asked has already; failed is a page with an error in it. `isFromHere`: a copy, or said in
	 * the place of one; the network gave none.
	 */
	| {
			kind: 'data';
			keepUnder: string | null | undefined;
			state: 'whole' | 'part' | 'failed';
			isFromHere: boolean;
	  };

function firstLine(text: string): [Line, rest: string] {
	const end = text.indexOf('\n');
	const [line, rest] = end < 0 ? [text, ''] : [text.slice(0, end), text.slice(end)];
	return [JSON.parse(line) as Line, rest];
}

const top = (flat: Flat, name: string): unknown => {
	const place = flat[0][name];
	return place === undefined || place < 0 ? undefined : flat[place];
};

/** A copy with another value at the top; values are shared in the flat form, so a new one is put at the end. */
const withTop = (flat: Flat, name: string, value: string | null): Flat => [
	{ ...flat[0], [name]: flat.length },
	...flat.slice(1),
	value,
];

/** What an answer says; null when it is not one of Kit's answers. */
export function read(text: string): Reading | null {
	try {
		const [line] = firstLine(text);
		if (line.type === 'redirect') return { kind: 'redirect', location: line.location };
		if (line.type !== 'data') return null;
		const root = line.nodes[0];
		const has = (type: 'skip' | 'error') => line.nodes.some((node) => node?.type === type);
		return {
			kind: 'data',
			keepUnder: root?.type === 'data' ? (top(root.data, 'keepUnder') as string | null) : undefined,
			state: has('error') ? 'failed' : has('skip') ? 'part' : 'whole',
			isFromHere:
				(root?.type === 'data' && !!top(root.data, 'seenAt')) ||
				line.nodes.some((node) => node?.type === 'error' && isUnknown(node.error)),
		};
	} catch {
		return null;
	}
}

/** The language a whole answer is written in; null when it says none. */
export function languageOf(text: string): unknown {
	const [line] = firstLine(text);
	const root = line.type === 'data' ? line.nodes[0] : null;
	return root?.type === 'data' ? top(root.data, 'language') : null;
}

function changeRoot(text: string, change: (root: Flat, nodes: Nodes) => Flat): string {
	const [line, rest] = firstLine(text);
	const root = line.type === 'data' ? line.nodes[0] : null;
	if (line.type !== 'data' || root?.type !== 'data') return text;
	root.data = change(root.data, line);
	return JSON.stringify(line) + rest;
}

/** Without what a page has begun and not sent: by the time a copy is looked at, it may be sent or thrown away. */
function withoutDrafts(node: Node): Node {
	if (node?.type !== 'data' || top(node.data, 'draft') === undefined) return node;
	return { ...node, data: withTop(node.data, 'draft', null) };
}

/**
 * A whole answer as it is kept: with the time it was seen (by our clock, for the phone's own may be years off), without
 * the receipt that was shown once, and without drafts.
 */
export const asKept = (text: string): string =>
	changeRoot(text, (root, line) => {
		line.nodes = line.nodes.map(withoutDrafts);
		return withTop(withTop(root, 'receipt', null), 'seenAt', top(root, 'servedAt') as string);
	});

/** The root layout of another page with an error in the place of this one. `message` is a message key. */
export const asUnknown = (other: string, path: string, message: string): string =>
	changeRoot(other, (root, line) => {
		line.nodes = [line.nodes[0]!, { type: 'error', status: 503, error: { message } }];
		return withTop(withTop(withTop(root, 'path', path), 'receipt', null), 'seenAt', null);
	}).split('\n')[0]!;

/** An error that says that nothing is kept of a page. */
export const isUnknown = (error: { message: string } | null): boolean =>
	!!error?.message.startsWith('common:offline.');

/** An answer that sends Kit's client somewhere else. */
export const asRedirect = (location: string) => JSON.stringify({ type: 'redirect', location });

/** An answer by which everything stays as it is. @param asked a letter for each layout and the page, as Kit asks */
export const asStill = (asked: string) =>
	JSON.stringify({ type: 'data', nodes: [...asked].map(() => ({ type: 'skip' })) });
