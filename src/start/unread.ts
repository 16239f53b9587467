/** What is answered to a request that cannot be read as one: nobody knows who asks, for what, or in which language. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { directionOf, pageOf, type Language } from './page.ts';

const home = { da: 'Gå til forsiden', en: 'Go to the front page', ar: 'إلى الصفحة الأولى' };

/** By status: what is too long, came too late, or is no request. */
const words: Record<400 | 408 | 431, Record<Language, string>> = {
	400: {
		da: 'Vi kunne ikke læse det, der blev sendt. Prøv igen.',
		en: 'We could not read what was sent. Try again.',
		ar: 'تعذّرت قراءة ما أُرسل. يمكن المحاولة مرة أخرى.',
	},
	408: {
		da: 'Det tog for lang tid at nå frem. Prøv igen om lidt.',
		en: 'It took too long to get here. Try again in a little while.',
		ar: 'استغرق الوصول وقتًا طويلًا. يمكن المحاولة مرة أخرى بعد قليل.',
	},
	431: {
		da: 'Adressen er for lang, eller også sender din browser for meget med. Virker forsiden heller ikke, så slet det, browseren har gemt om Vores Plan (cookies), og log ind igen.',
		en: 'The address is too long, or your browser sends too much with it. If the front page does not work either, delete what the browser has stored about Vores Plan (cookies), and sign in again.',
		ar: 'العنوان طويل جدًا، أو يرسل المتصفح معه أكثر مما يمكن قراءته. إن لم تعمل الصفحة الأولى أيضًا، فيمكن حذف ما حفظه المتصفح عن Vores Plan (cookies) ثم تسجيل الدخول من جديد.',
	},
};

const statuses: Record<string, keyof typeof words> = {
	HPE_HEADER_OVERFLOW: 431,
	ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const spoken = (status: keyof typeof words) =>
	(['da', 'en', 'ar'] as const)
		.map(
			(language) => `<section lang="${language}" dir="${directionOf(language)}">
<p>${words[status][language]}</p>
<p><a href="/">${home[language]}</a></p>
</section>`,
		)
		.join('\n');

/** Milliseconds in which whoever still sends can read the answer; to close at once would take it away from them. */
const patience = 2_000;

/** Says in words what was wrong with it, and closes the connection. For the server's `clientError`. */
export function sayUnread({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
	// Answered already, and still sending.
	if (socket.writableEnded) return;
	if (code === 'ECONNRESET' || !socket.writable) {
		socket.destroy();
		return;
	}
	const status = statuses[code] ?? 400;
	const page = pageOf('da', 'Det gik ikke', spoken(status));
	socket.end(
		[
			`HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
			'connection: close',
			'cache-control: no-store',
			'content-type: text/html; charset=utf-8',
			`content-length: ${Buffer.byteLength(page)}`,
			'x-content-type-options: nosniff',
			'x-frame-options: DENY',
			'',
			page,
		].join('\r\n'),
	);
	setTimeout(() => socket.destroy(), patience).unref();
}
