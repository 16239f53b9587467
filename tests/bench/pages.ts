/** The pages that are measured, and what a first load of each sends, compressed. */
import { brotliCompressSync, constants } from 'node:zlib';

/** `first` is the page that is open when one comes to this one. */
export const measuredOf = (
	family: string,
): { name: string; persona: 'parent' | 'coordinator'; first: string; path: string }[] => [
	{ name: 'home', persona: 'parent', first: '/home', path: '/home' },
	{ name: 'plan', persona: 'parent', first: '/home', path: '/plan' },
	{ name: 'meetings', persona: 'parent', first: '/home', path: '/meetings' },
	{ name: 'offers', persona: 'parent', first: '/home', path: '/offers' },
	{ name: 'well-being', persona: 'parent', first: '/home', path: '/wellbeing' },
	{ name: 'families', persona: 'coordinator', first: '/families', path: '/families' },
	{ name: 'family page', persona: 'coordinator', first: '/families', path: `/families/${family}` },
];

export interface PageBytes {
	/** Bytes after brotli. */
	javaScript: number;
	/** Inlined styles and linked ones, compressed by themselves. */
	css: number;
	/** The document as sent. */
	html: number;
	/** The files of icons and drawings. */
	icons: number;
	/** Bytes by address. */
	scripts: Map<string, number>;
}

/** Signs in as a demo person and returns the Cookie header to send. */
export async function signIn(base: string, persona: string): Promise<string> {
	const answer = await fetch(`${base}/demo/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ persona, device: 'shared' }),
	});
	return answer.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ');
}

const brotli = (text: string) =>
	brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).byteLength;

async function sizeOf(base: string, path: string): Promise<number> {
	const answer = await fetch(base + path, { headers: { 'accept-encoding': 'br' } });
	const bytes = Buffer.from(await answer.arrayBuffer());
	// fetch has unpacked it; what was sent is in content-length, otherwise it is packed here again.
	return Number(answer.headers.get('content-length')) || brotli(bytes.toString());
}

/** What the first load of a page sends. Follows the scripts that the page names and those that they import. */
export async function bytesOf(base: string, path: string, cookie: string): Promise<PageBytes> {
	const answer = await fetch(base + path, { headers: { cookie, 'accept-encoding': 'identity' } });
	if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
	const html = await answer.text();
	// Kit names the page's scripts in the Link header and its start in the document.
	const named = (answer.headers.get('link') ?? '') + html;
	const found = new Set(
		[...named.matchAll(/["'<](\/_app\/immutable\/[^"'>]+\.js)["'>]/g)].map(([, url]) => url!),
	);
	const queue = [...found];
	for (let url = queue.pop(); url; url = queue.pop()) {
		const code = await (await fetch(base + url)).text();
		for (const [, imported] of code.matchAll(/(?:from|^import|;import)\s*["'](\.[^"']+\.js)["']/g)) {
			const script = new URL(imported!, base + url).pathname;
			if (!found.has(script)) queue.push(script);
			found.add(script);
		}
	}
	const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n');
	// A sheet that is inlined stands there once more as a disabled link, which no browser fetches.
	const sheets = [...html.matchAll(/<link href="(\/_app\/immutable\/[^"]+\.css)"([^>]*)>/g)]
		.filter(([, , rest]) => !/\sdisabled\b/.test(rest!))
		.map(([, url]) => url!);
	const pictures = new Set(
		[...html.matchAll(/"(\/_app\/immutable\/assets\/[^"#]+\.svg)#/g)].map(([, url]) => url!),
	);
	const sizes = async (urls: Iterable<string>) =>
		new Map(await Promise.all([...urls].map(async (url) => [url, await sizeOf(base, url)] as const)));
	const scripts = await sizes(found);
	return {
		javaScript: sum(scripts.values()),
		css: (styles ? brotli(styles) : 0) + sum((await sizes(sheets)).values()),
		html: brotli(html),
		icons: sum((await sizes(pictures)).values()),
		scripts,
	};
}

export const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
