/** The parts of the conditions in a piece of SQL. */

/** Where a part ends that does not end with its parentheses. */
const next =
	/^(and|or|then|loop|returning|union|except|limit|for|order\s+by|group\s+by|having|on\s+conflict)\b/i;

/**
 * Each part that is added by `and` or `or`, and what is said without it. What says something else then than a condition
 * (`between 1 and 5`) is no SQL any more, or is missed as a condition is.
 */
export function withoutParts(sql: string): { part: string; rest: string }[] {
	const found: { part: string; rest: string }[] = [];
	for (const { index, 0: word } of sql.matchAll(/\b(and|or)\b/gi)) {
		const before = sql.slice(sql.lastIndexOf('\n', index) + 1, index);
		// A comment, or words in quotes.
		if (before.includes('--') || (before.match(/'/g)?.length ?? 0) % 2) continue;
		const end = endOf(sql, index + word.length);
		const part = sql.slice(index, end).trim();
		found.push({ part: part.replaceAll(/\s+/g, ' '), rest: sql.slice(0, index) + sql.slice(end) });
	}
	return found;
}

function endOf(sql: string, from: number): number {
	let depth = 0;
	for (let at = from; at < sql.length; at += 1) {
		const char = sql[at]!;
		if (char === "'") at = sql.indexOf("'", at + 1);
		else if (char === '(') depth += 1;
		else if (char === ')') depth -= 1;
		if (at < 0) return sql.length;
		if (depth < 0 || (depth === 0 && /[;,]/.test(char))) return at;
		if (depth === 0 && /\s/.test(char) && next.test(sql.slice(at + 1))) return at;
	}
	return sql.length;
}
