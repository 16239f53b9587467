/** Fails when a page sends more than it may. Bytes are the same on every machine; times are never tested. */
import { holm } from '../e2e/pages.ts';
import prepare, { freshData } from '../e2e/prepare.ts';
import { startServer } from '../e2e/server.ts';
import { bytesOf, measuredOf, signIn, sum } from './pages.ts';

/**
 * kB (1,000 bytes) after brotli, at most: the scripts of a page that is opened first, the styles, everything, and the
 * scripts that a next page adds. The names of files are hashes, which differ by the folder it is built in: they move a page
 * by 150 bytes, which decide nothing.
 */
const budget = { javaScript: 50.8, css: 10, everything: 90.5, next: 10 };

const takeAway = await prepare();
const server = await startServer(freshData('bytes'));
const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(6);
let tooMuch = false;
try {
	console.log('page          JS    CSS   HTML    all   scripts more than the page before (kB brotli)');
	for (const { name, persona, first, path } of measuredOf(holm)) {
		const cookie = await signIn(server.url, persona);
		const [page, before] = await Promise.all([path, first].map((one) => bytesOf(server.url, one, cookie)));
		const next = sum([...page!.scripts].filter(([url]) => !before!.scripts.has(url)).map(([, size]) => size));
		const everything = page!.javaScript + page!.html + page!.icons;
		const over =
			(path === first && page!.javaScript > budget.javaScript * 1000) ||
			page!.javaScript > (budget.javaScript + budget.next) * 1000 ||
			page!.css > budget.css * 1000 ||
			everything > budget.everything * 1000 ||
			next > budget.next * 1000;
		tooMuch ||= over;
		const figures = [page!.javaScript, page!.css, page!.html, everything, next].map(kB).join(' ');
		console.log(`${over ? '✗' : ' '} ${name.padEnd(11)}${figures}`);
	}
} finally {
	await server.stop();
	takeAway?.();
}
console.log(
	`At most ${budget.javaScript} kB of scripts on a first page and ${budget.next} more on a next, ${budget.css} kB of styles, ${budget.everything} kB in all.`,
);
process.exit(tooMuch ? 1 : 0);
