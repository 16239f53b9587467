/** How much `npm ci` brings: what a newcomer waits for, and has on the disk for good. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** MB (1,000,000 bytes); some room for what another npm lays out otherwise. */
const most = 400;

function bytesIn(folder: string): number {
	let sum = 0;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		// What is made afterwards is ours.
		if (/^\.(cache|vite|vite-temp)$/.test(entry.name)) continue;
		const path = join(folder, entry.name);
		if (entry.isDirectory()) sum += bytesIn(path);
		else if (entry.isFile()) sum += lstatSync(path).size;
	}
	return sum;
}

// Other systems get other programs of the same packages.
test.runIf(process.platform === 'linux')('what is installed is not more than it was', () => {
	const megabytes = bytesIn('node_modules') / 1_000_000;
	expect(megabytes).toBeGreaterThan(100);
	expect(megabytes).toBeLessThan(most);
});
