/** The product's name stands here and nowhere else in the code. */
export const appName = 'Vores Plan';

/** The web app manifest; colours are paper and pine of the design tokens. */
export const manifest = {
	name: appName,
	short_name: appName,
	description: 'Én plan for hele familien.',
	lang: 'da',
	start_url: '/home',
	id: '/',
	scope: '/',
	display: 'standalone' as const,
	background_color: '#FBF8F3',
	theme_color: '#0F5C55',
	icons: [
		{ src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
		{ src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
		{ src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' as const },
	],
};
