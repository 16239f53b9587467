import { expect, test } from 'vitest';
import { calledName } from './called';

test.each([
	['Amira Holm', 'Amira'],
	['  Jens   Peter Holm', 'Jens'],
	['Onkel Sami', 'Onkel Sami'],
	['Farmor Inger Holm', 'Farmor Inger'],
	['خالة رنا حسن', 'خالة رنا'],
	['Farmor', 'Farmor'],
	['', ''],
	['محمد', 'محمد'],
])('%s is called %s', (name, called) => expect(calledName(name)).toBe(called));
