/** Whether it is a day there is, written YYYY-MM-DD, as date fields send it: 31 February is none. */
export function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const noon = Date.parse(`${text}T12:00:00Z`);
	return !Number.isNaN(noon) && new Date(noon).toISOString().slice(0, 10) === text;
}

/** A day as Danes write it (5.3.2027, 05/03 2027, 5-3-2027), as YYYY-MM-DD; anything else as it is. */
export const isoDay = (text: string): string =>
	text
		.trim()
		.replace(/^(\d{1,2})[./-] ?(\d{1,2})[./ -] ?(\d{4})$/, (_, day: string, month: string, year: string) =>
			[year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
		);
