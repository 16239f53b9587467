/** A page for when there is no app to draw one. */

export type Language = 'da' | 'en' | 'ar';

/** Which way a language is written. */
export const directionOf = (language: Language) => (language === 'ar' ? 'rtl' : 'ltr');

/** @param inside HTML */
export const pageOf = (language: Language, title: string, inside: string) => `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title} · Vores Plan</title>
<style>
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 32rem; margin: 4rem auto; padding: 0 1rem; }
a { display: inline-block; padding: 0.75rem 0; }
button { padding: 0.75rem 1.5rem; font: inherit; }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
${inside}
</main>
</body>
</html>
`;
