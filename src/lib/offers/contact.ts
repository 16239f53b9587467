/** A part of a contact line: words, or something that can be tapped. */
export interface ContactPart {
	text: string;
	href: string | null;
}

const reachable =
	/(?<phone>\+?\d{2}(?: ?\d{2}){3,4})|(?<page>(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/[\w\-/.]*\w)?)/gi;

/** A contact line with its Danish phone numbers and web addresses as links: a thumb should be enough. */
export function contactParts(contact: string): ContactPart[] {
	const parts: ContactPart[] = [];
	let at = 0;
	for (const found of contact.matchAll(reachable)) {
		if (found.index > at) parts.push({ text: contact.slice(at, found.index), href: null });
		const [text] = found;
		const mail = contact[found.index + text.length] === '@' || contact[found.index - 1] === '@';
		const href = found.groups?.phone ? `tel:${text.replaceAll(' ', '')}` : `https://${text}`;
		parts.push({ text, href: mail ? null : href });
		at = found.index + text.length;
	}
	if (at < contact.length) parts.push({ text: contact.slice(at), href: null });
	return parts;
}
