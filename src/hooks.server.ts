import { error, redirect, type Handle, type HandleServerError } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { languages, pickLanguage } from '$lib/i18n/languages';
import { readSession } from '$lib/server/auth/session';
import { DatabaseError, databaseOf, databaseOfNobody } from '$lib/server/database';
import { doorOf, entranceOf } from '$lib/server/doors';
import { measured } from '$lib/server/measure';

/** Kit checks the origin of forms only; here every request that changes something must come from our own pages. */
const sameOrigin: Handle = ({ event, resolve }) => {
	const { method, headers } = event.request;
	if (!['GET', 'HEAD', 'OPTIONS'].includes(method) && headers.get('origin') !== event.url.origin) {
		error(403, 'common:error.otherOrigin');
	}
	return resolve(event);
};

const whoIsAsking: Handle = async ({ event, resolve }) => {
	const { locals, cookies, url, request } = event;
	locals.now = new Date();
	locals.isLookedAt = request.headers.get('purpose') !== 'prefetch';
	// The offline shell is made while building: for nobody, without a database, in the language of its address.
	const named = building ? event.params.language : undefined;
	locals.language = pickLanguage(named ?? cookies.get('language'), request.headers.get('accept-language'));
	const theme = cookies.get('theme');
	locals.theme = theme === 'light' || theme === 'dark' ? theme : null;
	// Pages without a route (and the health check) need no one to be known.
	const { person, session } =
		event.route.id === null || event.route.id === '/healthz' || building
			? { person: null, session: null }
			: await readSession(cookies, url);
	locals.person = person;
	locals.session = session;
	if (!building) {
		locals.db = person && session ? databaseOf(person.id, session.sessionId) : databaseOfNobody();
	}
	return resolve(event);
};

/** Which side of the house a person may enter is decided here once, for pages and actions alike. */
const doors: Handle = ({ event, resolve }) => {
	const { person } = event.locals;
	const door = doorOf(event.route.id);
	// Programs are told so; people are shown where to sign in.
	if (door === 'signed-in' && !person && event.route.id?.startsWith('/api/')) {
		error(401, 'common:error.signedOut');
	}
	if (door !== 'open' && !person) {
		redirect(303, `/sign-in?to=${encodeURIComponent(event.url.pathname)}`);
	}
	if (person && door === 'family' && !person.families.length) redirect(303, entranceOf(person));
	if (person && door === 'staff' && !person.professional) error(403, 'common:error.notForYou');
	if (person && door === 'office' && !person.professional?.is_project_lead) {
		error(403, 'common:error.notForYou');
	}
	return resolve(event);
};

const page: Handle = async ({ event, resolve }) => {
	const { language, theme } = event.locals;
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', language)
				.replace('%dir%', languages[language].direction)
				.replace(' data-theme="%theme%"', theme ? ` data-theme="${theme}"` : ''),
	});
	response.headers.set('x-content-type-options', 'nosniff');
	if (!response.headers.has('referrer-policy')) response.headers.set('referrer-policy', 'same-origin');
	response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
	// Nothing personal stays in any cache; the service worker keeps its own, named after the session.
	if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
	return response;
};

const measure: Handle = ({ event, resolve }) => measured(() => resolve(event));

export const handle = sequence(measure, sameOrigin, whoIsAsking, doors, page);

/** Says where it failed, never with whose data: messages of errors can hold people's words, so they stay out. */
export const handleError: HandleServerError = ({ error: cause, event, status }) => {
	if (status !== 404) {
		const line = {
			level: 'error',
			route: event.route.id,
			method: event.request.method,
			status,
			cause: cause instanceof Error ? cause.name : typeof cause,
			code: cause instanceof DatabaseError ? cause.code : undefined,
			at:
				cause instanceof Error
					? cause.stack
							?.split('\n')
							.find((frame) => /^\s+at /.test(frame))
							?.trim()
					: undefined,
		};
		process.stderr.write(`${JSON.stringify(line)}\n`);
	}
	return { message: status === 404 ? 'common:error.notFound' : 'common:error.unexpected' };
};
