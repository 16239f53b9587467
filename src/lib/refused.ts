/** How it is said that something could not be shown or done, on every page that says nothing else. Pure. */
import type { Translate } from '$lib/i18n/i18n';

/** What is said begins with what is wrong: that sentence is what the page is called. */
export function headOf(words: string): { title: string; lead: string } {
	const end = /[.!?؟]\s/.exec(words)?.index ?? words.length - 1;
	return { title: words.slice(0, end + 1).replace(/\.$/, ''), lead: words.slice(end + 2) };
}

/** The same of the message of an error of Kit: a key of ours, or something that nobody is to read. */
export function saidOf(message: string, t: Translate): { title: string; lead: string } {
	const isOurs = /^(common|staff):(error|offline)\./.test(message);
	const words = t((isOurs ? message : 'common:error.unexpected') as 'common:error.unexpected');
	// There the page is not what is wrong.
	return message.startsWith('common:offline.')
		? { title: t('common:offline.title'), lead: words }
		: headOf(words);
}
