/** The mouths of the five faces, from very sad (1) to very glad (5), in a box of 48: told apart without colour. */
export const mouths: Record<number, string> = {
	1: 'M15 35c3.5-6.5 14.5-6.5 18 0',
	2: 'M16 33.5c4-3.5 12-3.5 16 0',
	3: 'M16 32.5h16',
	4: 'M15.5 30c4 5 13 5 17 0',
	5: 'M13.5 28.5c2 10.5 19 10.5 21 0z',
};
