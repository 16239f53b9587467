import { expect, test } from 'vitest';
import { isDay, isoDay } from './day';

test.each(['2027-02-28', '2028-02-29', '2027-12-31'])('%s is a day', (text) => {
	expect(isDay(text)).toBe(true);
});

test.each(['2027-02-31', '2027-02-29', '2027-04-31', '2027-13-01', '2027-00-10', '2027-01-32', '2027-01-00'])(
	'there is no %s',
	(text) => {
		expect(isDay(text)).toBe(false);
	},
);

test.each(['', '1. marts', '2027-3-1', '20270301', '2027-03-01T10:00', ' 2027-03-01', '12027-03-01'])(
	'"%s" is not how a day is written',
	(text) => {
		expect(isDay(text)).toBe(false);
	},
);

test.each(['5.3.2027', '05.03.2027', '5/3/2027', '5/3 2027', '5-3-2027', '5. 3. 2027', ' 2027-03-05 '])(
	'"%s" is the fifth of March 2027',
	(written) => expect(isoDay(written)).toBe('2027-03-05'),
);
test.each(['31.2.2027', '5.13.2027', 'i morgen', '5.3.27'])('"%s" is no day', (written) => {
	expect(isDay(isoDay(written))).toBe(false);
});
