/** The elements of a page: which there are, what is read of them, and what stands in a field. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

type Node = Tree.ChildNode | Tree.Document;
export type Element = Tree.Element;

export const isElement = (node: Node): node is Element => 'tagName' in node;
export const isOf = (element: Element, ...tags: string[]) => tags.includes(element.tagName);
export const attribute = (element: Element, name: string) =>
	element.attrs.find((one) => one.name === name)?.value;

/** All elements under a node, in the order of the page. */
export const under = (node: Node): Element[] =>
	'childNodes' in node
		? node.childNodes.flatMap((child) => (isElement(child) ? [child, ...under(child)] : []))
		: [];

/** What is read of a node. */
export function wordsOf(node: Node): string {
	const inside = (one: Node): string => {
		if (one.nodeName === '#text') return (one as Tree.TextNode).value;
		if (isElement(one) && isOf(one, 'script', 'style', 'template')) return '';
		return 'childNodes' in one ? one.childNodes.map(inside).join(' ') : '';
	};
	return inside(node)
		.replace(/[\u2066-\u2069]/g, '')
		.replace(/\s+/g, ' ')
		.replace(/ (?=[.,;:!?)])/g, '')
		.trim();
}

/** What stands in a field as it was drawn. */
export function valueOf(field: Element): string {
	if (isOf(field, 'textarea')) return field.childNodes.map((one) => (one as Tree.TextNode).value).join('');
	if (!isOf(field, 'select')) return attribute(field, 'value') ?? '';
	const options = under(field).filter((one) => isOf(one, 'option'));
	const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
	return chosen ? valueOfOption(chosen) : '';
}
export const valueOfOption = (option: Element) => attribute(option, 'value') ?? wordsOf(option);
