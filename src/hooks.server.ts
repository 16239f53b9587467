import {
	error,
	isHttpError,
	isRedirect,
	redirect,
	type Handle,
	type HandleServerError,
	type RequestEvent,
} from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { otherPerson, signedOutHere } from '$lib/command/answer';
import { isId } from '$lib/id';
import { languages, pickLanguage } from '$lib/i18n/languages';
import { ourMark } from '$lib/offline/kept';
import { againOf } from '$lib/server/again';
import { readSession, type SignedIn } from '$lib/server/auth/session';
import { NotTaken, rooms, take } from '$lib/server/body';
import { databaseOf, databaseOfNobody } from '$lib/server/database';
import { DatabaseError } from '$lib/server/database-error';
import { doorOf, entranceOf, isClosed, ownPath, pageOf } from '$lib/server/doors';
import { personField, valueOf } from '$lib/server/form';
import { keptField, keptOf } from '$lib/server/kept';
import { waitFor } from '$lib/server/limits';
import { measured } from '$lib/server/measure';
import { note } from '$lib/server/note';
import { messageOf, refused, thrownIn, wantsPage } from '$lib/server/refusal';
import { inTurn } from '$lib/server/turns';
import { endedJob } from '$lib/staff/jobs.server';
import { leavings } from '$lib/team/leaving.server';

/** Whether a page is only fetched or drawn ahead of somebody who may look at it. */
const isAhead = (headers: Headers) =>
	['purpose', 'sec-purpose', 'x-moz', 'x-purpose'].some((name) =>
		/prefetch|prerender|preview/i.test(headers.get(name) ?? ''),
	);

/** What every request has, whoever asks: a time, a language, a look. */
const begin: Handle = ({ event, resolve }) => {
	const { locals, cookies, request } = event;
	locals.now = new Date();
	locals.body = null;
	locals.isLookedAt = request.method !== 'HEAD' && !isAhead(request.headers);
	// The offline shell is made while building: for nobody, without a database, in the language of its address.
	const named = building ? event.params.language : undefined;
	locals.language = pickLanguage(named ?? cookies.get('language'), request.headers.get('accept-language'));
	const theme = cookies.get('theme');
	locals.theme = theme === 'light' || theme === 'dark' ? theme : null;
	return resolve(event);
};

/** What is refused outside a page never reaches a layout; it is said in the person's language all the same. */
const inWords: Handle = async ({ event, resolve }) => {
	try {
		const response = await resolve(event);
		const { refusal } = event.locals;
		// The page of a form that was refused may lead elsewhere, be gone, or not be for who is here now: the refusal is said
		// all the same.
		const isUnsaid =
			response.status < 400 ? response.status !== 200 : refusal?.status === 409 && response.status !== 409;
		// Drawn for who is here now, its form would be a mix of what both of them have: it goes again as it was sent.
		const isOfAnother = refusal?.message === otherPerson;
		if (refusal && (isUnsaid || isOfAnother) && wantsPage(event))
			return refused(event, refusal.status, refusal.message);
		if (response.status < 400 || !wantsPage(event)) return response;
		// The page of an error has no form any more; what was sent comes back with this one.
		if (event.locals.isBroken && event.locals.body) {
			return refused(event, response.status, messageOf(response.status));
		}
		const type = response.headers.get('content-type') ?? '';
		// Kit's own words, such as for a method that an address does not have, are English.
		if (!type.startsWith('text/html')) return refused(event, response.status, messageOf(response.status));
		const html = await response.text();
		const message = thrownIn(html);
		return message ? refused(event, response.status, message) : new Response(html, response);
	} catch (cause) {
		if (isRedirect(cause)) throw cause;
		if (isHttpError(cause)) return refused(event, cause.status, cause.body.message);
		const status = cause instanceof DatabaseError ? 503 : 500;
		note(cause, event, status);
		return refused(event, status, messageOf(status));
	}
};

/** Every request that changes something must come from our own pages, whatever it sends (Kit asks forms only). */
const sameOrigin: Handle = ({ event, resolve }) => {
	const { method, headers } = event.request;
	if (!['GET', 'HEAD', 'OPTIONS'].includes(method) && headers.get('origin') !== event.url.origin) {
		error(403, 'common:error.otherOrigin');
	}
	return resolve(event);
};

/** Parts of an address that are words; all others are the id of something. */
const spoken = ['code', 'instrument', 'language'];

/** An address that cannot lead to anything is said so here, before a database is asked. */
const addresses: Handle = ({ event, resolve }) => {
	const { params, url } = event;
	// What is made while building has no search to look at.
	// Kit looks an action up by its name, among those that every object has too.
	const actions = building ? [] : [...url.searchParams.keys()].filter((name) => name.startsWith('/'));
	const isWrong =
		actions.some((name) => name === '/default' || name.slice(1) in Object.prototype) ||
		/%00/.test(url.pathname + (building ? '' : url.search)) ||
		Object.entries(params).some(([name, value]) => !spoken.includes(name) && !isId(value ?? ''));
	if (isWrong) error(404, 'common:error.notFound');
	return resolve(event);
};

/** How much may be sent to a route. */
function roomOf(routeId: string | null) {
	if (routeId === '/api/outbox') return rooms.outbox;
	return doorOf(routeId) === 'open' ? rooms.open : rooms.form;
}

/** What is sent is read at once, in time and within limits, whatever becomes of it. */
const body: Handle = async ({ event, resolve }) => {
	const { request, route, locals } = event;
	try {
		locals.body = building ? null : await take(request, roomOf(route.id));
	} catch (cause) {
		if (!(cause instanceof NotTaken)) throw cause;
		// Nobody waits any longer for what has not come in time.
		const headers: Record<string, string> = cause.status === 408 ? { connection: 'close' } : {};
		return refused(event, cause.status, messageOf(cause.status), headers);
	}
	if (!locals.body) return resolve(event);
	return resolve({ ...event, request: new Request(request, { body: locals.body }) });
};

const whoIsAsking: Handle = async ({ event, resolve }) => {
	const { locals, cookies, url } = event;
	// Pages without a route (and the health check) need no one to be known. Cookies that are made up are looked up too: many
	// from one address wait for each other, and not everybody else behind them.
	const { person, session } =
		event.route.id === null || event.route.id === '/healthz' || building
			? { person: null, session: null }
			: await inTurn(event.getClientAddress(), () => readSession(cookies, url));
	locals.person = person;
	locals.session = session;
	if (!building) {
		locals.db = person && session ? databaseOf(person.id, session.sessionId) : databaseOfNobody();
	}
	return resolve(event);
};

/** What costs much or can be guessed at is not asked without end. */
const limits: Handle = async ({ event, resolve }) => {
	const wait = building ? 0 : await waitFor(event);
	if (wait) return refused(event, 429, messageOf(429), { 'retry-after': String(wait) });
	return resolve(event);
};

/** Nobody waits behind all that somebody else asks for at once. */
const turns: Handle = ({ event, resolve }) => {
	const { person } = event.locals;
	return person ? inTurn(person.id, () => resolve(event)) : resolve(event);
};

/** A form that is sent to a door that does not open: for somebody else than is here now, or for who may not any more. */
async function notTaken(event: RequestEvent, { id }: SignedIn): Promise<Response> {
	const sent = await againOf(event.request, event.locals.body);
	const drawnFor = sent && valueOf(sent.entries, personField);
	return drawnFor && drawnFor !== id
		? refused(event, 409, otherPerson)
		: refused(event, 403, 'common:error.notAllowed');
}

/** Which side of the house a person may enter is decided here once, for pages and actions alike. */
const doors: Handle = async ({ event, resolve }) => {
	const { person } = event.locals;
	const door = doorOf(event.route.id);
	// Programs are told so; people are shown where to sign in.
	if (door === 'signed-in' && !person && event.route.id?.startsWith('/api/')) {
		error(401, 'common:error.signedOut');
	}
	if (door !== 'open' && !person) {
		const kept = await keptOf(event);
		if (kept === '') return refused(event, 401, signedOutHere);
		const to = ownPath(pageOf(event.url)) ?? '/';
		redirect(303, `/sign-in?${new URLSearchParams({ to, ...(kept && { [keptField]: kept }) })}`);
	}
	if (person && isClosed(door, person)) {
		// What was written for a door that is closed by now is not thrown away with the page.
		if (event.request.method === 'POST') return notTaken(event, person);
		if (door === 'family') {
			// Who works here too reads what has happened before they go to their work.
			const left = person.professional ? await leavings(event.locals.db, person) : [];
			redirect(303, left.some(({ isTold }) => isTold) ? '/me' : entranceOf(person));
		}
		// Whoever worked here and no longer does is not in the wrong place: they are told what has happened.
		if (await endedJob(event.locals.db, person.id, door === 'office')) redirect(303, '/me?work=over');
		const worksHere = door === 'office' && person.professional;
		error(403, worksHere ? 'common:error.notYourWork' : 'common:error.notForYou');
	}
	return resolve(event);
};

const page: Handle = async ({ event, resolve }) => {
	const { language, theme } = event.locals;
	const drawn = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', language)
				.replace('%dir%', languages[language].direction)
				.replace(' data-theme="%theme%"', theme ? ` data-theme="${theme}"` : ''),
	});
	const status = event.locals.pageStatus;
	const response =
		status && drawn.status === 200 && !event.isDataRequest
			? new Response(drawn.body, { status, headers: drawn.headers })
			: drawn;
	response.headers.set(ourMark, '1');
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('x-frame-options', 'DENY');
	if (!response.headers.has('referrer-policy')) response.headers.set('referrer-policy', 'same-origin');
	response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
	// Nothing personal stays in any cache; the service worker keeps its own, named after the session.
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
	return response;
};

const measure: Handle = ({ event, resolve }) => measured(() => resolve(event));

export const handle = sequence(
	begin,
	page,
	measure,
	inWords,
	sameOrigin,
	addresses,
	body,
	whoIsAsking,
	limits,
	turns,
	doors,
);

/** What was sent wrongly is no fault of ours and is not noted. */
export const handleError: HandleServerError = ({ error: cause, event, status }) => {
	if (status >= 500) {
		event.locals.isBroken = true;
		note(cause, event, status);
	}
	return { message: messageOf(status) };
};
