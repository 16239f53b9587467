/**
 * A tint for a person: the same on every screen and every phone, whatever they are called there and when their name
 * changes, so that a face without a picture can still be recognised. Only the hue is chosen here; how light it is, the
 * theme decides.
 */

/** Nine hues (degrees) that are told apart by most eyes and have none of the rose that means care. */
export const hues = [22, 42, 68, 98, 142, 176, 204, 262, 312] as const;

/** The hue (one of `hues`) of a person, by their id; of nobody who is known, one too. */
export function hueOf(id: string | null): number {
	// FNV-1a, begun where the people of the demo are far apart.
	let hash = 2616;
	for (const letter of id ?? '') hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
	// The low bits follow the last letter: mix in the high ones.
	hash ^= hash >>> 15;
	return hues[(hash >>> 0) % hues.length] ?? hues[0];
}

/**
 * The first letters of the first and the last word of a name ('Mette Holm Sørensen' gives 'MS'); '' of nothing.
 * Words that begin with no letter are no part of a name ('Ida (mor)').
 * Arabic letters are kept from joining into something that reads as a word.
 */
export function initialsOf(name: string): string {
	const words = name
		.normalize('NFC')
		.trim()
		.split(/\s+/u)
		.filter((word) => /^\p{L}/u.test(word));
	const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
	const letters = ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('da') ?? '');
	return letters.join(letters.some((letter) => /\p{Script=Arabic}/u.test(letter)) ? '\u200c' : '');
}
