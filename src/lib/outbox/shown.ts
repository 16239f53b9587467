/**
 * What shows that something waits: fetched before anything does, for without a network it cannot be. Not behind another
 * `import()`: Kit finds no style of what lies two deep.
 */
export const fetchShown = () =>
	Promise.all([import('./WaitsHere.svelte'), import('$lib/offline/Seldom.svelte')]);
