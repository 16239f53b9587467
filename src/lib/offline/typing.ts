/** Whether somebody has typed or chosen something on this page that a fresh page would lose. */
export const someoneIsTyping = (root: ParentNode = document): boolean =>
	[...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('form input, form textarea')].some(
		(field) =>
			field.type !== 'hidden' &&
			('checked' in field && ['radio', 'checkbox'].includes(field.type)
				? field.checked !== field.defaultChecked
				: field.value !== field.defaultValue),
	);
