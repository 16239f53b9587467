import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Where something was reached; and the leaf of the calendar that is today. */
const celebrates = [
	'src/lib/meetings/DateTile.svelte',
	'src/lib/meetings/Days.svelte',
	'src/lib/meetings/WhenAndWhere.svelte',
	'src/lib/plan/GoalCard.svelte',
	'src/lib/plan/GoalMarks.svelte',
	'src/lib/staff/Happenings.svelte',
	'src/lib/ui/Card.svelte',
	'src/lib/ui/Tag.svelte',
	'src/lib/wellbeing/AimWords.svelte',
];

test('the sun shines on what was reached, and on nothing that waits, warns or is told', () => {
	const sunny = globSync('src/**/*.svelte').filter((file) =>
		/(tone|tones|done)\b[^\n]*['"]sun['"]/.test(readFileSync(file, 'utf8')),
	);
	expect(sunny.sort()).toEqual(celebrates);
});
