/**
 * What a request brings is read here and nowhere else, once, at the front: in so many seconds, so many bytes and so many
 * fields, before anybody is looked up or anybody's turn begins. Imports nothing of the app, so that it serves while
 * there is none (src/start/waiting.ts).
 */

/** How much may come. */
export interface Room {
	bytes: number;
	fields: number;
}

/** More than the longest of our forms, in letters that weigh most. */
const bytes = 64 * 1024;

export const rooms = {
	/** Where anybody may come in, forms are short. */
	open: { bytes, fields: 50 },
	form: { bytes, fields: 500 },
	/** What waited on a phone: each command of it is looked at by itself (receive.server.ts). */
	outbox: { bytes: 512 * 1024, fields: Infinity },
} satisfies Record<string, Room>;

/** Milliseconds in which all of it is here, also over a slow network. */
const patience = 15_000;

/** Why it was not taken, as the status of the answer. */
export class NotTaken extends Error {
	readonly status: 400 | 408 | 413;
	constructor(status: 400 | 408 | 413) {
		super(`not taken: ${status}`);
		this.status = status;
	}
}

/**
 * The body of a request; null when it has none.
 * @throws {NotTaken} when it is cut off, too late or too much
 */
export async function take(
	request: Request,
	room: Room,
	within = patience,
): Promise<Uint8Array<ArrayBuffer> | null> {
	if (!request.body) return null;
	let late: NodeJS.Timeout | undefined;
	const tooLate = new Promise<never>((_, fail) => {
		late = setTimeout(() => fail(new NotTaken(408)), within);
	});
	try {
		const body = await Promise.race([read(request.body, room.bytes), tooLate]);
		if (hasMore(body, request.headers.get('content-type') ?? '', room.fields)) throw new NotTaken(413);
		return body;
	} finally {
		clearTimeout(late);
	}
}

async function read(stream: ReadableStream<Uint8Array>, most: number): Promise<Buffer<ArrayBuffer>> {
	const reader = stream.getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for (;;) {
		const { done, value } = await reader.read().catch((cause: { status?: unknown } | null) => {
			throw new NotTaken(cause?.status === 413 ? 413 : 400);
		});
		if (done) return Buffer.concat(chunks);
		length += value.length;
		if (length > most) {
			void drop(reader);
			throw new NotTaken(413);
		}
		chunks.push(value);
	}
}

/** Whoever is still sending reads the answer when all is sent; to cancel would close the way of the answer too. */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
	try {
		while (!(await reader.read()).done);
	} catch {
		// Gone.
	}
}

/** Whether there are more fields than so many; to count them costs nothing beside reading them. */
function hasMore(body: Buffer, type: string, most: number): boolean {
	// Each field but the first comes after one of these.
	const between = type.startsWith('multipart/') ? '\n--' : '&';
	let fields = 1;
	for (let at = body.indexOf(between); at !== -1 && fields <= most; at = body.indexOf(between, at + 1))
		fields += 1;
	return fields > most;
}
