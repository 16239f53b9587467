/** What is said of what went wrong begins with what it is: that sentence is what the page is called. Pure. */
export function headOf(words: string) {
	const end = words.search(/[.!?؟]( |$)/) + 1;
	return { title: words.slice(0, end).replace(/\.$/, ''), lead: words.slice(end + 1) };
}
