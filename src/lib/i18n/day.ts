/** Whether it is a day there is, written YYYY-MM-DD, as date fields send it: 31 February is none. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const noon = Date.parse(`${text}T12:00:00Z`);
	return !Number.isNaN(noon) && new Date(noon).toISOString().slice(0, 10) === text;
}
