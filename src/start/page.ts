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
:root { --paper: #fbf8f3; --ink: #1e2a2c; --pine: #0f5c55; --on-pine: #fff; }
@media (prefers-color-scheme: dark) {
	:root { --paper: #111b1b; --ink: #eef3f0; --pine: #7cc9bd; --on-pine: #111b1b; }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.55 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 1.75rem; line-height: 1.25; }
a { display: inline-block; padding: 0.75rem 0; color: var(--pine); font-weight: 700; }
button { padding: 0.75rem 1.5rem; border: 0; border-radius: 1.625rem; background: var(--pine); color: var(--on-pine); font: inherit; font-weight: 700; }
.mark { color: var(--pine); font-weight: 700; }
</style>
</head>
<body>
<main>
<p class="mark" lang="da">Vores Plan</p>
<h1>${title}</h1>
${inside}
</main>
</body>
</html>
`;
