import { create } from 'qrcode';
import { grouped } from './code';

/** What stands on the paper that is handed over or printed; it is shown once. */
export interface Paper {
	inviteeName: string;
	/** The 14 days of it begin; with a yes of the family they begin anew. */
	madeAt: string;
	link: string;
	/** A parent of the family says yes to it first. */
	waits: boolean;
	/** In fours. */
	code: string;
	/** The QR picture of the link: an SVG path of modules, one unit each. */
	qr: { size: number; path: string };
}

/** The QR code of a text as one SVG path, dark modules as squares of one unit. */
export function qrOf(text: string): Paper['qr'] {
	const { data, size } = create(text, { errorCorrectionLevel: 'M' }).modules;
	const squares = Array.from(data, (dark, at) =>
		dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : '',
	);
	return { size, path: squares.join('') };
}

/** The paper of an invitation with this code, for people who come to this origin. */
export function paperOf(
	inviteeName: string,
	{ code, waits }: { code: string; waits: boolean },
	origin: string,
	now: Date,
): Paper {
	const link = `${origin}/invitation/${grouped(code)}`;
	return { inviteeName, madeAt: now.toISOString(), waits, link, code: grouped(code), qr: qrOf(link) };
}
