/**
 * The rules in TypeScript, broken one place at a time in a copy of the project: of each file that has a test beside it that
 * one looks first, then every unit test that stands on the file.
 */
import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Report } from '../policies/mutate.ts';

/** What says the opposite, or a little else. */
const others: Partial<Record<ts.SyntaxKind, string>> = {
	[ts.SyntaxKind.AmpersandAmpersandToken]: '||',
	[ts.SyntaxKind.BarBarToken]: '&&',
	[ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
	[ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
	[ts.SyntaxKind.LessThanToken]: '<=',
	[ts.SyntaxKind.LessThanEqualsToken]: '<',
	[ts.SyntaxKind.GreaterThanToken]: '>=',
	[ts.SyntaxKind.GreaterThanEqualsToken]: '>',
	[ts.SyntaxKind.PlusToken]: '-',
	[ts.SyntaxKind.MinusToken]: '+',
	[ts.SyntaxKind.TrueKeyword]: 'false',
	[ts.SyntaxKind.FalseKeyword]: 'true',
};

export interface Change {
	/** From and to, in the source. */
	from: number;
	to: number;
	text: string;
}

/** Every way of breaking a file: a comparison, a conclusion, a choice, a number, a no. */
export function changesOf(source: string): Change[] {
	const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
	const changes: Change[] = [];
	const put = (node: ts.Node, text: string) =>
		changes.push({ from: node.getStart(file), to: node.getEnd(), text });
	const visit = (node: ts.Node): void => {
		// Types say nothing when it runs.
		if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
		if (ts.isBinaryExpression(node)) {
			const other = others[node.operatorToken.kind];
			if (other) put(node.operatorToken, other);
		} else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
			put(node, node.operand.getText(file));
		else if (ts.isConditionalExpression(node))
			put(
				node,
				`${node.condition.getText(file)} ? ${node.whenFalse.getText(file)} : ${node.whenTrue.getText(file)}`,
			);
		else if (ts.isIfStatement(node)) put(node.expression, `!(${node.expression.getText(file)})`);
		else if (ts.isNumericLiteral(node)) put(node, `(${node.text} + 1)`);
		else if (others[node.kind] && !ts.isToken(node.parent)) put(node, others[node.kind]!);
		ts.forEachChild(node, visit);
	};
	visit(file);
	// A literal that is a type, or an operator that stands in a conclusion, is met twice.
	return changes.filter(
		(one, index) =>
			!changes
				.slice(0, index)
				.some(({ from, to, text }) => from === one.from && to === one.to && text === one.text),
	);
}

/** A copy that may be broken. @returns its folder */
function copy(): string {
	const folder = mkdtempSync(join(tmpdir(), 'vores-plan-mutate-'));
	const { stdout } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
		encoding: 'utf8',
	});
	for (const path of [...stdout.trim().split('\n'), '.svelte-kit']) {
		if (!existsSync(path)) continue;
		mkdirSync(join(folder, dirname(path)), { recursive: true });
		cpSync(path, join(folder, path), { recursive: true });
	}
	symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
	return folder;
}

/** @param part of the path of the files that are broken */
export async function mutateTypescript(part: string): Promise<Report> {
	const folder = copy();
	const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
	const fails = (...asked: string[]) =>
		spawnSync(process.execPath, [vitest, ...asked, '--run', '--project', 'unit*', '--bail', '1'], {
			cwd: folder,
			stdio: 'ignore',
			timeout: 120_000,
		}).status !== 0;
	const report: Report = { tried: 0, survivors: [] };
	try {
		for (const path of globSync('src/**/*.ts').sort()) {
			const test = ['.test.ts', '.alone.test.ts']
				.map((ending) => path.replace(/(\.server)?\.ts$/, ending))
				.find((one) => one !== path && existsSync(one));
			if (!test || path.includes('.test.') || !path.includes(part)) continue;
			const source = readFileSync(path, 'utf8');
			if (fails('related', path)) throw new Error(`What tests ${path} fails with every rule in place.`);
			for (const { from, to, text } of changesOf(source)) {
				writeFileSync(join(folder, path), source.slice(0, from) + text + source.slice(to));
				const line = source.slice(0, from).split('\n').length;
				const name = `${path}:${line} ${source.slice(from, to).slice(0, 60)} → ${text.slice(0, 60)}`;
				const missed = fails('run', test) || fails('related', path);
				report.tried += 1;
				if (!missed) report.survivors.push(name);
				console.log(`${missed ? '✓' : '✗'} ${name}`);
			}
			writeFileSync(join(folder, path), source);
		}
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	return report;
}
