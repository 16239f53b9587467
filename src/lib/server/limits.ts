/**
 * How often somebody may ask for what costs much or what can be guessed at. Generous for people, also for a whole
 * office behind one address; a program that tries codes or words meets them. Counted in this process alone.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '$env/dynamic/private';

export interface Limit {
	/** Which requests count. */
	counts: (request: { route: string; method: string; url: URL }) => boolean;
	/** In so many seconds, so many times for one person, and so many from one address. */
	seconds: number;
	perPerson: number;
	perAddress: number;
}

export const limits = {
	signIn: {
		counts: ({ route, method }) => method === 'POST' && route === '/(open)/demo/sign-in',
		seconds: 300,
		perPerson: 30,
		perAddress: 60,
	},
	invitationCode: {
		counts: ({ route, method }) =>
			route === '/(open)/invitation/[code]' || (method === 'POST' && route === '/(open)/invitation'),
		seconds: 300,
		perPerson: 40,
		perAddress: 60,
	},
	search: {
		// The first page is asked for without a question; every filter is one.
		counts: ({ route, url }) => /\/offers$/.test(route) && url.search !== '',
		seconds: 60,
		perPerson: 40,
		perAddress: 400,
	},
	outbox: {
		counts: ({ route }) => route === '/api/outbox',
		seconds: 60,
		perPerson: 60,
		perAddress: 600,
	},
} satisfies Record<string, Limit>;

/** Seconds until this one may ask again; 0: now. */
async function waitOf(limiter: RateLimiterMemory, who: string): Promise<number> {
	try {
		await limiter.consume(who);
		return 0;
	} catch (left) {
		// What is left is thrown as it is; an Error would be a fault.
		if (!(left instanceof RateLimiterRes)) throw left;
		return Math.max(1, Math.ceil(left.msBeforeNext / 1000));
	}
}

/**
 * Counts requests against limits.
 * @returns a function that counts one and says after how many seconds it may be tried again; 0: it may now
 */
export function counting(all: Record<string, Limit>) {
	const counted = Object.entries(all).map(([name, { counts, seconds: duration, perPerson, perAddress }]) => ({
		counts,
		person: new RateLimiterMemory({ keyPrefix: `${name} person`, points: perPerson, duration }),
		address: new RateLimiterMemory({ keyPrefix: `${name} address`, points: perAddress, duration }),
	}));
	return async (
		request: Parameters<Limit['counts']>[0],
		{ person, address }: { person: string | null; address: string },
	): Promise<number> => {
		const waits = counted
			.filter(({ counts }) => counts(request))
			.flatMap((limit) => [
				waitOf(limit.address, address),
				...(person ? [waitOf(limit.person, person)] : []),
			]);
		return Math.max(0, ...(await Promise.all(waits)));
	};
}

const count = counting(limits);

/** Seconds until this request may be tried again; 0: it is welcome. Tests, which are one address, turn it off. */
export async function waitFor(event: RequestEvent): Promise<number> {
	if (env.RATE_LIMITS === 'off') return 0;
	const { request, url, locals, route } = event;
	return count(
		{ route: route.id ?? '', method: request.method, url },
		{ person: locals.person?.id ?? null, address: event.getClientAddress() },
	);
}
