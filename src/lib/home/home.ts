/** What Home says first. Pure. */

/** Which part of the day it is in Denmark: night counts as evening. `hour` is 0-23. */
export function greetingOf(hour: number): 'morning' | 'day' | 'evening' {
	if (hour >= 5 && hour < 10) return 'morning';
	return hour >= 10 && hour < 18 ? 'day' : 'evening';
}
