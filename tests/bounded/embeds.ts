/** What the embedded tables of a select are, by the foreign keys of the generated types. */
import ts from 'typescript';
import { nodesIn, source } from './syntax.ts';

/** A foreign key as the generated types know it. */
export interface Key {
	name: string;
	of: string;
	columns: string[];
	to: string;
	isOneToOne: boolean;
}

/** The foreign keys in the generated types. */
export function keysOf(types: string): Key[] {
	const textOf = (node: ts.TypeElement | undefined) =>
		node && ts.isPropertySignature(node) ? node.type!.getText().replace(/^'|'$/g, '') : '';
	return [...nodesIn(source('types.ts', types))]
		.filter(ts.isPropertySignature)
		.filter(({ name, type }) => name.getText() === 'Relationships' && type && ts.isTupleTypeNode(type))
		.flatMap((property) => {
			const table = property.parent.parent as ts.PropertySignature;
			return (property.type as ts.TupleTypeNode).elements.filter(ts.isTypeLiteralNode).map(({ members }) => {
				const [name, columns, isOneToOne, to] = members.map(textOf);
				return {
					name: name!,
					of: table.name.getText(),
					columns: columns!.match(/\w+/g)!,
					to: to!,
					isOneToOne: isOneToOne === 'true',
				};
			});
		});
}

/** One embedded table of a select, by the path its order and limit name it by. */
interface Embed {
	path: string;
	isMany: boolean;
	isEmpty: boolean;
}

/** Splits at commas outside brackets. */
function listed(words: string): string[] {
	const parts = [''];
	let depth = 0;
	for (const letter of words) {
		if (letter === '(') depth += 1;
		if (letter === ')') depth -= 1;
		if (letter === ',' && depth === 0) parts.push('');
		else parts[parts.length - 1] += letter;
	}
	return parts.map((part) => part.trim()).filter(Boolean);
}

/** Whether of one row of a table there can be many of the embedded. */
function isMany(table: string, embedded: string, hint: string | undefined, keys: readonly Key[]): boolean {
	const fits = (key: Key) => !hint || key.name === hint || key.columns.includes(hint);
	if (keys.some((key) => key.of === table && key.to === embedded && fits(key))) return false;
	return !keys.some((key) => key.of === embedded && key.to === table && fits(key) && key.isOneToOne);
}

/** Every embedded table of a select, those inside others too. */
export function embedsOf(table: string, select: string, keys: readonly Key[], above = ''): Embed[] {
	return listed(select).flatMap((part) => {
		const found = /^(?:\.\.\.)?(?:(\w+):)?(\w+)((?:!\w+)*)\(([\s\S]*)\)$/.exec(part);
		if (!found) return [];
		const [, alias, embedded, marks, inside] = found;
		const hint = marks!.split('!').find((mark) => mark && mark !== 'inner' && mark !== 'left');
		const path = above + (alias ?? embedded);
		// By the name of a key it is the one row the key points to, also where that is of the same table.
		const key = keys.find(({ of, name }) => of === table && name === embedded);
		const it = { path, isMany: !key && isMany(table, embedded!, hint, keys), isEmpty: !inside!.trim() };
		return [it, ...embedsOf(key?.to ?? embedded!, inside!, keys, `${path}.`)];
	});
}
