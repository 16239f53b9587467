import { expect, test } from 'vitest';
import { greetingOf } from './home';

test.each([
	[4, 'evening'],
	[5, 'morning'],
	[9, 'morning'],
	[10, 'day'],
	[17, 'day'],
	[18, 'evening'],
	[23, 'evening'],
])('at %i o’clock it is %s', (hour, greeting) => expect(greetingOf(hour)).toBe(greeting));
