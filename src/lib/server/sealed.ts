/** Words that travel through a browser, which nobody but this server can read, and it for one person alone. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { signatureOf } from './signed';

const way = 'aes-256-gcm';
const lengths = { iv: 12, tag: 16 };
/** No more is unpacked than that, in bytes: what is sealed is as long as a form at most. */
const most = 500_000;

/** Each purpose and person has a key; of whoever else asks, nothing opens it. */
const keyOf = (purpose: string, person: string) => signatureOf(`sealed ${purpose}`, person);

/** In letters that an address can carry. */
export function sealed(purpose: string, person: string, value: unknown): string {
	const iv = randomBytes(lengths.iv);
	const cipher = createCipheriv(way, keyOf(purpose, person), iv);
	const said = Buffer.concat([cipher.update(deflateRawSync(JSON.stringify(value))), cipher.final()]);
	return Buffer.concat([iv, cipher.getAuthTag(), said]).toString('base64url');
}

/** What was sealed by us for this purpose and person; null when it was not. */
export function unsealed(purpose: string, person: string, text: string): unknown {
	const all = Buffer.from(text, 'base64url');
	const [iv, tag] = [all.subarray(0, lengths.iv), all.subarray(lengths.iv, lengths.iv + lengths.tag)];
	if (tag.length < lengths.tag) return null;
	const decipher = createDecipheriv(way, keyOf(purpose, person), iv).setAuthTag(tag);
	try {
		const said = Buffer.concat([decipher.update(all.subarray(lengths.iv + lengths.tag)), decipher.final()]);
		return JSON.parse(inflateRawSync(said, { maxOutputLength: most }).toString());
	} catch {
		return null;
	}
}
