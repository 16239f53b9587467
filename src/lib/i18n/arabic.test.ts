/** What an Arabic reader would stumble over, as far as a program can see it. Said to women and men alike. */
import { describe, expect, test } from 'vitest';

const files = import.meta.glob<object>('./locales/ar/*.json', { eager: true, import: 'default' });

function textsOf(texts: object, prefix: string): [string, string][] {
	return Object.entries(texts).flatMap(([key, value]) =>
		typeof value === 'object'
			? textsOf(value as object, `${prefix}${key}.`)
			: [[prefix + key, String(value)] as [string, string]],
	);
}
const texts = Object.entries(files).flatMap(([file, of]) =>
	textsOf(of, `${file.split('/').at(-1)!.replace('.json', '')}:`),
);
const saying = (pattern: RegExp, but: readonly string[] = []) =>
	texts.filter(([key, text]) => pattern.test(text) && !but.some((part) => key.startsWith(part)));

/** Orders to one man: a button is a noun (حفظ), a wish is يُرجى with a noun, a family is spoken to as several. */
const orders = [
	...['ابحث', 'ابدأ', 'ابق', 'اتصل', 'اترك', 'احتفظ', 'احذف', 'احصل', 'احفظ', 'اختر', 'اختصر', 'ادخل'],
	...['ادعُ', 'اذكر', 'اذهب', 'ارجع', 'اسأل', 'استخدم', 'اسحب', 'اضبط', 'اضغط', 'اطبع', 'اطلب', 'اعرض'],
	...['افتح', 'اقترح', 'اقرأ', 'اكتب', 'انتظر', 'انتقل', 'انظر', 'أجب', 'أخبر', 'أخبِر', 'أخرج', 'أزل', 'أضف'],
	...['أظهر', 'أعد', 'أعط', 'ألغِ', 'أنشئ', 'أوقف', 'تابع', 'تخطَّ', 'توقّف', 'جرّب', 'حاول', 'حرّك', 'سجّل', 'سجل'],
	...['شارك', 'شاهد', 'صحّح', 'ضع', 'عدّل', 'غيّر', 'قل', 'وجّه', 'تحدّث', 'تحدث', 'تخيّل', 'تحقق'],
];
/** Said to one man: "do you want", "that you may", "you have not answered", "you need not" in the masculine. */
const toOneMan = [
	/(هل|أنك|بأنك) س?ت\p{L}+(?<!ون)(?!\p{L})/u,
	/أنت (وحدك )?(ت\p{L}+|المنس|مسج|منضم)/u,
	/يمكنك أيضًا أن ت|يمكنك أن ت/u,
	/كنت (لا )?ت/u,
	/لم ت(جب|ُجب|كتب|قرأ|فعل|فتح|طّلع|ستخدم|كن|سجل)(?!\p{L})(?! \{\{)/u,
	/عندما ت(رغب|جيب|كتب|حفظ|شارك|سجل|سجّل)(?!\p{L})(?! مرة)/u,
	/(^|[^\p{L}])(مضطر|متأكد|وحيد)ًا/u,
	/لا يلزمك أن ت|تبقى مسج|تحتفظ بكل/u,
];
// Gallup's ladder is asked in Gallup's words; until its own Arabic sheet is here, nobody rewrites it.
const instruments = ['wellbeing:ladder.'];

describe('Arabic', () => {
	test('gives no order to one man', () => {
		const order = new RegExp(
			`(^|[.؟!:،] |(^|[^\\p{L}])(أو|ثم) |[^\\p{L}][وف])(${orders.join('|')})(?!\\p{L})`,
			'u',
		);
		expect(saying(order, instruments)).toEqual([]);
	});

	test.each(toOneMan)('does not speak to one man: %s', (pattern) => {
		expect(saying(pattern, instruments)).toEqual([]);
	});

	test('does not say of somebody by name what only a man does', () => {
		// كان, يكون, ينضم, يستطيع … before or after a name; the noun (انضمام, حضور) fits everybody.
		const verb =
			'(كان|يكون|ينضم|انضم|يستطيع|يقرأ|قرأ|أنشأ|أنشأها|فتح|سأل|يسأل|يدعو|دعا|يقترح|اقترح|يحضر|سيحضر|وافق|يوافق|اعتذر|هو)';
		expect(saying(new RegExp(`(^|[^\\p{L}])${verb} \\{\\{(name|by|present)\\}\\}`, 'u'))).toEqual([]);
		expect(
			saying(new RegExp(`\\{\\{(name|by|present)\\}\\} (لم |لا |لن |س)?${verb}(?!\\p{L})`, 'u')),
		).toEqual([]);
	});

	test('calls nobody glad or sad in the masculine', () => {
		expect(saying(/(سعيد|حزين|مرتاح)(ًا)?(?!\p{L})/u)).toEqual([]);
	});

	test('writes commas, question marks and digits in one way', () => {
		// What stands between Latin letters is not Arabic.
		const arabic = /[\u0600-\u06ff}]\s?[,;?]|[٠-٩۰-۹]/u;
		expect(saying(arabic)).toEqual([]);
	});

	test('spells one word in one way', () => {
		expect(saying(/اً|منسّق|التحقّق|(?<!\p{L})تحقّق|المختصّ|يأتِ/u)).toEqual([]);
	});

	test('keeps to the words of the glossary', () => {
		// عروض is what a shop has on sale, جلسة is an hour with a therapist (nobody's signing in), من طرف is not said in the
		// Levant, حُفظ alone is not our receipt.
		expect(
			saying(
				/العروض|(?<!\p{L})و?عروض|عرضًا|من عرض(?!\p{L})|جلستك|من طرف|^حُفظ|مسؤول مشروع|قيادة المشروع|لم يعد مشترك/u,
			),
		).toEqual([]);
	});

	test('says a length that is too long in one way', () => {
		const tooLong = texts.filter(([key]) => /TooLong$/.test(key) && /\d/.test(textOf(key)));
		expect(tooLong.filter(([, text]) => !/طويل جدًا\. \d+ حرف(ًا)? على الأكثر/.test(text))).toEqual([]);
	});

	test('says one and two without the number', () => {
		expect(texts.filter(([key, text]) => /_(one|two)$/.test(key) && text.includes('{{count}}'))).toEqual([]);
	});
});

function textOf(key: string): string {
	return texts.find(([other]) => other === key)![1];
}
