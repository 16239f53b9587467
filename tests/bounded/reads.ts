/**
 * Finds the reads in a source file that do not say their order and their limit, or cut a list without a word: a read is
 * of one row, of all there are (`all`, where rows() refuses a list that is longer), or of a part that tells whether
 * there is more. Read from the syntax alone: a read is one chain from `.from('table')` to its last word, so that
 * everything it says stands in one place.
 */
import ts from 'typescript';
import { embedsOf, type Key } from './embeds.ts';
import { nodesIn, source } from './syntax.ts';

/** The words of a literal, or of a constant that is one; null for what cannot be read here. */
type Known = ReadonlyMap<string, string>;

const bare = (node: ts.Expression): ts.Expression =>
	ts.isAsExpression(node) || ts.isParenthesizedExpression(node) ? bare(node.expression) : node;

function wordsOf(node: ts.Expression | undefined, known: Known): string | null {
	if (!node) return null;
	const it = bare(node);
	if (ts.isStringLiteralLike(it)) return it.text;
	if (ts.isIdentifier(it)) return known.get(it.text) ?? null;
	if (ts.isObjectLiteralExpression(it)) return referenced(it, known);
	if (!ts.isTemplateExpression(it)) return null;
	let words = it.head.text;
	for (const { expression, literal } of it.templateSpans) {
		const inside = wordsOf(expression, known);
		if (inside === null) return null;
		words += inside + literal.text;
	}
	return words;
}

/** What the options of an order or a limit are for, said in them or in a constant that they take in. */
function referenced({ properties }: ts.ObjectLiteralExpression, known: Known): string | null {
	for (const property of properties) {
		const isSaid = ts.isPropertyAssignment(property) && property.name.getText() === 'referencedTable';
		if (isSaid) return wordsOf(property.initializer, known);
		const taken = ts.isSpreadAssignment(property) && wordsOf(property.expression, known);
		if (taken) return taken;
	}
	return null;
}

/** The constants of these files that are words, by name: column lists are shared between the files of a room. */
export function constantsOf(files: ReadonlyMap<string, string>): Known {
	const known = new Map<string, string>();
	const declared = [...files].flatMap(([name, text]) =>
		[...nodesIn(source(name, text))].filter(ts.isVariableDeclaration).map((one) => ({ name, one })),
	);
	// A constant may be made of others, which may stand in a file that comes later.
	for (let round = 0; round < 3; round += 1) {
		for (const { name, one } of declared) {
			const words = wordsOf(one.initializer, new Map([...known, ...inFile(known, name)]));
			if (words !== null && ts.isIdentifier(one.name))
				known.set(one.name.text, words).set(`${name} ${one.name.text}`, words);
		}
	}
	return known;
}

/** What is declared in the file itself comes before what another file calls the same. */
const inFile = (known: Known, file: string): [string, string][] =>
	[...known].flatMap(([key, words]) =>
		key.startsWith(`${file} `) ? [[key.slice(file.length + 1), words]] : [],
	);

interface Call {
	name: string;
	arguments: readonly ts.Expression[];
}

const isMethod = (node: ts.Node): node is ts.CallExpression & { expression: ts.PropertyAccessExpression } =>
	ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);

/** The calls of a chain in their order, found from any one of them. */
function chainOf(call: ts.CallExpression): Call[] {
	let last: ts.CallExpression = call;
	while (ts.isPropertyAccessExpression(last.parent) && ts.isCallExpression(last.parent.parent)) {
		last = last.parent.parent;
	}
	const calls: Call[] = [];
	for (let at: ts.Expression = last; isMethod(at); at = at.expression.expression) {
		calls.unshift({ name: at.expression.name.text, arguments: at.arguments });
	}
	return calls;
}

/** The table that an order or limit is for: '' for the read's own. */
const tableOf = ({ arguments: [, options] }: Call, known: Known): string => wordsOf(options, known) ?? '';

/** What a chain lacks, in words; nothing when it is bounded. `around` is the function it stands in. */
function lacks(calls: readonly Call[], around: string, known: Known, keys: readonly Key[]): string[] {
	const has = (name: string) => calls.some((call) => call.name === name);
	// What a write answers is what it touched.
	if (['insert', 'upsert', 'update', 'delete'].some(has)) return [];
	const from = calls.find(({ name }) => name === 'from' || name === 'rpc');
	if (!from) return ['says where it reads from in another place: one chain from .from() to its last word'];
	const select = calls.find(({ name }) => name === 'select')!;
	const isCount = select.arguments[1]?.getText().includes('head: true');
	const says = (name: string, table: string) =>
		calls.filter((call) => call.name === name && tableOf(call, known) === table);
	const missing: string[] = [];

	if (!isCount && !has('rpc') && !has('single') && !has('maybeSingle')) {
		if (!says('order', '').length) missing.push('no order');
		if (!says('limit', '').length && !has('range')) missing.push('no limit');
	}
	for (const call of calls.filter(({ name }) => name === 'limit')) {
		const most = call.arguments[0]!.getText();
		if (!/^(1|all)$| \+ 1$/.test(most)) missing.push('a limit that cuts without a word');
		// What is embedded is cut by whoever makes something of the row.
		const isOneMore = most.endsWith(' + 1') && tableOf(call, known) === '';
		if (isOneMore && !/\b(firstOf|cutAtOne|choosable)[(<]/.test(around))
			missing.push('one more than is shown, and nobody looks whether it came');
	}
	if (has('range') && !/\bshown\(/.test(around)) missing.push('a range, and nobody says of how many');
	if (has('range')) {
		const last = wordsOf(says('order', '').at(-1)?.arguments[0], known);
		// The wordings of one goal are numbered.
		const ofGoal = calls.some(
			(call) => call.name === 'eq' && wordsOf(call.arguments[0], known) === 'goal_id',
		);
		const isNumbered = last === 'number' && ofGoal && wordsOf(from.arguments[0], known) === 'goal_wording';
		if (last !== 'id' && !isNumbered) missing.push('a range whose order does not end in the id');
	}

	// What a function answers with is bounded where it is written, and a test of the database asks for that. Of what is
	// embedded in it nobody knows here how many there are.
	const columns = wordsOf(select.arguments[0], known);
	const table = wordsOf(from.arguments[0], known);
	// One row by a table and columns that are parameters (addOnce) has no embedded rows.
	if (columns === null || table === null) {
		if (!has('maybeSingle')) missing.push('columns that cannot be read here');
		return missing;
	}
	for (const { path } of embedsOf(table, columns, keys).filter((embed) => embed.isMany && !embed.isEmpty)) {
		if (!says('order', path).length) missing.push(`no order of ${path}`);
		if (!says('limit', path).length) missing.push(`no limit of ${path}`);
	}
	return missing;
}

/** Every read of a file that lacks something: where it is, and what. */
export function unbounded(file: string, text: string, all: Known, keys: readonly Key[]): string[] {
	const known = new Map([...all, ...inFile(all, file)]);
	const read = source(file, text);
	return [...nodesIn(read)]
		.filter(isMethod)
		.filter(({ expression }) => expression.name.text === 'select')
		.flatMap((call) => {
			const { line } = read.getLineAndCharacterOfPosition(call.expression.name.getStart());
			const around = read.statements.find(({ pos, end }) => pos <= call.pos && call.end <= end)!.getText();
			return lacks(chainOf(call), around, known, keys).map((what) => `${file}:${line + 1}: ${what}`);
		});
}

/** The lists a file reads whole (`limit(all)`), each by the file and the table, or what it is embedded as in it. */
export function wholeIn(file: string, text: string, known: Known): string[] {
	const local = new Map([...known, ...inFile(known, file)]);
	return [...nodesIn(source(file, text))]
		.filter(isMethod)
		.filter(
			({ expression, arguments: [most] }) => expression.name.text === 'limit' && most!.getText() === 'all',
		)
		.map((call) => {
			const from = chainOf(call).find(({ name }) => name === 'from' || name === 'rpc')!;
			const within = wordsOf(call.arguments[1], local);
			return [file, wordsOf(from.arguments[0], local), ...(within ? [within] : [])].join(' ');
		});
}

const isWrite = (name: string) => ['insert', 'upsert', 'update', 'delete'].includes(name);

/** The tables a file writes: by a chain from `.from('table')`, or by `addOnce` or `changeAsSeen(db, 'table', …)`. "?" for one it does not name. */
export function writtenIn(text: string): string[] {
	const named = (node: ts.Expression | undefined) => wordsOf(node, new Map()) ?? '?';
	return [...nodesIn(source('written.ts', text))].filter(ts.isCallExpression).flatMap((call) => {
		if (ts.isIdentifier(call.expression) && ['addOnce', 'changeAsSeen'].includes(call.expression.text))
			return named(call.arguments[1]);
		if (!isMethod(call) || !isWrite(call.expression.name.text)) return [];
		const from = chainOf(call).find(({ name }) => name === 'from');
		return from ? named(from.arguments[0]) : [];
	});
}
