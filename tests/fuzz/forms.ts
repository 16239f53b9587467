/** The forms of a page as the server sends it, without a browser. */

export interface Form {
	/** Where it goes, from the root of the house. */
	action: string;
	method: 'get' | 'post';
	/** Names with what stands in them, in order; a group of buttons or choices is one field with one of its values. */
	fields: [name: string, value: string][];
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** Without the entities of HTML. */
export const plain = (text: string) =>
	text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!);

/** The attributes of a tag; one without a value is the empty string. */
function attributesOf(tag: string): Map<string, string> {
	const found = tag.matchAll(/\s([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g);
	return new Map([...found].map(([, name, a, b, c]) => [name!.toLowerCase(), plain(a ?? b ?? c ?? '')]));
}

/** What a field is sent with when nobody has touched it; null for what is no field. */
function fieldOf(tag: string, attributes: Map<string, string>, inside: string): [string, string] | null {
	const name = attributes.get('name');
	if (!name) return null;
	if (tag === 'textarea') return [name, plain(inside)];
	if (tag === 'select') {
		const options = [...inside.matchAll(/<option\b[^>]*>/g)].map(([option]) => attributesOf(option));
		const chosen = options.find((option) => option.has('selected')) ?? options[0];
		return [name, chosen?.get('value') ?? ''];
	}
	return [name, attributes.get('value') ?? (attributes.get('type') === 'checkbox' ? 'on' : '')];
}

/** Every form of a page. @param address the page's own, for actions that are relative */
export function formsOf(html: string, address: string): Form[] {
	const base = new URL(address, 'http://house');
	return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].flatMap(([whole, inside]): Form[] => {
		const attributes = attributesOf(/^<form\b[^>]*>/.exec(whole)![0]);
		const method = (attributes.get('method') ?? 'get').toLowerCase();
		if (method !== 'get' && method !== 'post') return [];
		const { pathname, search } = new URL(attributes.get('action') || base.href, base);
		const fields = new Map<string, string>();
		const tags = inside!.matchAll(
			/<(input|button)\b[^>]*>|<(select|textarea)\b[^>]*>([\s\S]*?)<\/(?:select|textarea)>/g,
		);
		for (const [tag, single, pair, between] of tags) {
			const kind = single ?? pair!;
			const field = fieldOf(kind, attributesOf(/^<[^>]*>/.exec(tag)![0]), between ?? '');
			if (field && !fields.has(field[0])) fields.set(...field);
		}
		return [{ action: pathname + search, method, fields: [...fields] }];
	});
}
