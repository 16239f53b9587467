import { expect, test } from 'vitest';
import { ageOn } from './age';

test.each([
	['2014-05-03', '2027-05-02', 12],
	['2014-05-03', '2027-05-03', 13],
	['2012-02-29', '2025-02-28', 12],
	['2012-02-29', '2025-03-01', 13],
	['2012-12-31', '2025-01-01', 12],
])('born on %s one is on %s %i years old', (born, day, age) => {
	expect(ageOn(born, day)).toBe(age);
});
