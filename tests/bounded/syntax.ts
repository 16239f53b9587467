/** A source file as TypeScript reads it. */
import ts from 'typescript';

export const source = (name: string, text: string) =>
	ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);

export function* nodesIn(node: ts.Node): Generator<ts.Node> {
	yield node;
	for (const child of node.getChildren()) yield* nodesIn(child);
}
