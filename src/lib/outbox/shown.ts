/** What shows that something waits: fetched before anything does, for without a network it cannot be. */
export const fetchShown = () =>
	Promise.all([import('./WaitsHere.svelte'), import('$lib/offline/Seldom.svelte')]);
