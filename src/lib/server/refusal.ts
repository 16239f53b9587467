/**
 * What is refused before a page can be drawn (in a hook, in an endpoint), said in the person's language with a way
 * home. A page of its own, with nothing that could fail again: no data, no script, no style sheet.
 */
import { json } from '@sveltejs/kit';
import { appName } from '$lib/app';
import { otherPerson, signedOutHere } from '$lib/command/answer';
import type { Namespace } from '$lib/i18n/i18n';
import { languages, type Language } from '$lib/i18n/languages';
import { lookup } from '$lib/i18n/lookup';
import { messagesOf } from '$lib/i18n/messages.server';
import { navigationOf } from '$lib/navigation';
import { headOf } from '$lib/refused';
import { againOf, escaped, formOf, type Again } from './again';
import { wordsIn } from './words-sent';

/** What is said of a status where nobody said more. */
export function messageOf(status: number): string {
	if (status === 404 || status === 405) return 'common:error.notFound';
	if (status === 413) return 'common:error.tooLarge';
	if (status === 429) return 'common:error.tooMany';
	return status < 500 ? 'common:error.broken' : 'common:error.unexpected';
}

/**
 * The key of what was thrown, as src/error.html carries it; null for any other page. Only its beginning is looked at,
 * which is ours: further down, anybody's words may read like it.
 */
export const thrownIn = (html: string): string | null =>
	/^<!doctype html>\n<!-- refused: ([\w:.]+) -->\n/.exec(html)?.[1] ?? null;

interface Asked {
	request: Request;
	isDataRequest: boolean;
	locals: Pick<App.Locals, 'language' | 'theme' | 'body'> & Partial<Pick<App.Locals, 'person'>>;
}

/** Whether a person is to read the answer, and not a script. */
export const wantsPage = ({ request, isDataRequest }: Asked) =>
	!isDataRequest && (request.headers.get('accept') ?? 'text/html').includes('text/html');

/** What may go well another time: it can be sent again from the page that says so. */
const mayHelp = new Set([429, 500, 503]);

/** Refuses a request: a page for people, JSON for programs, and what Kit's forms understand for those. */
export async function refused(
	asked: Asked,
	status: number,
	message: string,
	headers: Record<string, string> = {},
): Promise<Response> {
	if (wantsPage(asked)) {
		// Sent by somebody who must sign in (again) first; in a window beside it, so that what was sent stays here.
		const wantsSignIn = message === signedOutHere || message === otherPerson;
		const sent = await againOf(asked.request, asked.locals.body);
		const again = mayHelp.has(status) || wantsSignIn ? sent : null;
		// What is of no use to send again is there to be copied.
		const wrote = sent && !again && asked.request.method === 'POST' ? wordsIn(sent.entries) : [];
		const say = sayIn(asked.locals.language);
		const said = {
			...headOf(wordsOf(asked.locals.language, message) ?? say(messageOf(status))),
			button: say('common:offline.again'),
			wrote,
			aside: wantsSignIn ? say('common:error.signInAside') : '',
			// Where something was sent, nobody is led away from it.
			places: sent?.method === 'post' ? [] : navigationOf(asked.locals.person ?? null),
		};
		return asPage(asked.locals, said, again, { status, headers });
	}
	const error = { message };
	const isForm = asked.request.headers.get('x-sveltekit-action') === 'true';
	return json(isForm ? { type: 'error', error } : error, { status, headers });
}

/** The words of keys that there are. */
const sayIn = (language: Language) => (key: string) => wordsOf(language, key)!;

function asPage(
	{ language, theme }: Asked['locals'],
	said: Record<'title' | 'lead' | 'button' | 'aside', string> & {
		wrote: string[];
		places: ReturnType<typeof navigationOf>;
	},
	again: Again | null,
	init: { status?: number; headers?: Record<string, string> } = {},
): Response {
	const say = sayIn(language);
	const title = escaped(said.title);
	const isTyped = again?.method === 'post';
	const home = escaped(say(isTyped ? 'open:unsaved.home' : 'common:error.home'));
	const stillHere = isTyped ? `<p>${escaped(say('open:unsaved.text'))}</p>\n` : '';
	const wrote = said.wrote.length
		? `<h2>${escaped(say('common:error.youWrote'))}</h2>\n${said.wrote.map((words) => `<p class="wrote"><bdi>${escaped(words)}</bdi></p>\n`).join('')}`
		: '';
	const aside = said.aside && `<p><a href="/sign-in" target="_blank">${escaped(said.aside)}</a></p>\n`;
	const doors = said.places.map(({ href, label }) => `<a href="${href}">${escaped(say(label))}</a>`).join('');
	const nav = doors && `<nav aria-label="${escaped(say('common:nav.label'))}">${doors}</nav>\n`;
	const html = `<!doctype html>
<html lang="${language}" dir="${languages[language].direction}"${theme ? ` data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${escaped(appName)}</title>
<style>${styles}${doors && doorStyles}</style>
</head>
<body>
<p class="name">${mark}${escaped(appName)}</p>
${nav}<main>
<h1>${title}</h1>
${said.lead && `<p class="lead">${escaped(said.lead)}</p>`}
${stillHere}${wrote}${aside}${again ? formOf(again, said.button) : ''}<p><a href="/">${home}</a></p>
</main>
</body>
</html>
`;
	return new Response(html, {
		...init,
		headers: { 'content-type': 'text/html; charset=utf-8', ...csp, ...init.headers },
	});
}

/** A message in words; null where there is none of that key. */
export function wordsOf(language: Language, message: string): string | null {
	const [room, key] = message.split(':') as [Namespace, string | undefined];
	if (!key) return null;
	const words = lookup(language, messagesOf(language, [room]))(message);
	return words === key ? null : words;
}

/** The mark, as in ui/Logo.svelte. */
const mark =
	'<svg viewBox="0 0 64 64" width="30" aria-hidden="true"><rect width="64" height="64" rx="16" fill="#0f5c55"/><path d="M32 9 14 24.5V38h36V24.5z" fill="#fbf8f3" stroke="#fbf8f3" stroke-width="4" stroke-linejoin="round"/><path d="M27 40V30a5 5 0 0 1 10 0v10c1 9-13 6-13 13 0 5 6 7 8 11H13c-3-6-3-13 4-17 5-3 10-3 10-7z" fill="#e9a63a"/></svg>';

const csp = {
	'content-security-policy':
		"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
};

// As in the frame and the head of a page (ui/styles/_shell.scss, ui/PageHead.svelte), with the colours of
// ui/styles/_palette.scss. The same stands in src/error.html.
const dark = '--paper:#111b1b;--ink:#eef3f0;--ink-soft:#b3c2be;--pine:#7cc9bd;--on-pine:#0b211f';
const styles = `
:root{--paper:#fbf8f3;--ink:#1e2a2c;--ink-soft:#465554;--pine:#0f5c55;--on-pine:#fff;--title:Charter,'Iowan Old Style','Sitka Heading','Noto Serif',Cambria,Georgia,serif}
@media (prefers-color-scheme:dark){:root:not([data-theme='light']){${dark}}}
:root[data-theme='dark']{${dark}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.55 system-ui,sans-serif}
.name{display:flex;align-items:center;gap:0.5rem;min-height:3.5rem;font:700 1.125rem/1.2 var(--title)}
main,.name{box-sizing:border-box;max-width:64rem;margin:0 auto;padding:0 1rem}
main{padding-top:0.5rem}
p{max-width:62ch}
h1{margin:0;font:700 1.75rem/1.2 var(--title);text-wrap:balance}
@media (min-width:62em){body{font-size:1.0625rem}h1{font-size:2.125rem}.name,main{padding-inline:2rem}}
.lead{margin:0.5rem 0 0;color:var(--ink-soft)}
a,button{display:inline-block;margin-top:1rem;padding:0.625rem 1.375rem;border:2px solid var(--pine);border-radius:1.625rem;background:var(--pine);color:var(--on-pine);font:inherit;font-weight:700;text-decoration:none}
form+p a,section a{padding-inline:0;border:0;background:none;color:var(--pine);text-decoration:underline}
h2{margin:2rem 0 0.5rem;font-size:1.125rem}
section{margin-top:2rem}
.wrote{white-space:pre-line;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--ink);outline-offset:3px}`.replace(/\n/g, '');
// Beside a page that somebody can go on from: at the thumb on a phone, under the name on a laptop (ui/styles/_doors.scss).
const doorStyles =
	`nav{display:flex;box-sizing:border-box;justify-content:space-around;gap:0 1.5rem;max-width:64rem;margin:0 auto}
nav a{margin:0;padding:0.75rem 0;border:0;border-radius:0;background:none;color:var(--pine);font-size:0.875rem}
@media (max-width:61.99em){nav{position:fixed;inset:auto 0 0;padding:0 0.5rem;border-top:1px solid var(--ink-soft);background:var(--paper)}main{padding-bottom:5rem}}
@media (min-width:62em){nav{justify-content:start;padding-inline:2rem}nav a{font-size:1rem}}`.replace(
		/\n/g,
		'',
	);
