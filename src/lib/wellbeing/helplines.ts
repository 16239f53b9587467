/**
 * Whom one can call (W5). Data of the program, so that it is there without a network too; the municipality's own
 * number is added from its row.
 */
export interface HelpLine {
	id: 'children' | 'emergency' | 'lifeline' | 'duty' | 'violence';
	/** Its own name; none where words of ours say what it is. */
	name?: string;
	/** As it is written. */
	phone: string;
	/** When somebody answers; null where it is not known here (the municipality says so itself). */
	hours: Hours | null;
	source: string;
	/** The day somebody last compared the number and the hours with the source; null: not yet, and that is said beside them. */
	checked: string | null;
}

/** Day and night, or the same hours every day, as HH:MM in Denmark; past midnight where `to` is the smaller. */
export type Hours = 'always' | { from: string; to: string };

const emergency: HelpLine = {
	id: 'emergency',
	phone: '112',
	hours: 'always',
	source: 'politi.dk',
	checked: null,
};
const children: HelpLine = {
	id: 'children',
	name: 'BørneTelefonen',
	phone: '116 111',
	hours: 'always',
	source: 'bornetelefonen.dk: day and night, free',
	checked: null,
};
const lifeline: HelpLine = {
	id: 'lifeline',
	name: 'Livslinien',
	phone: '70 201 201',
	hours: { from: '11:00', to: '05:00' },
	source: 'livslinien.dk: every day 11-05, and not every call is answered',
	checked: null,
};
const violence: HelpLine = {
	id: 'violence',
	name: 'Lev Uden Vold',
	phone: '1888',
	hours: 'always',
	source: 'levudenvold.dk: day and night',
	checked: null,
};

export const isMinor = (age: number | null) => age !== null && age < 18;

/**
 * The lines for somebody of this age, the most fitting first: for those under 18 the one made for them. Last, and apart,
 * the number for when somebody is in danger.
 * `dutyPhone` is the municipality's own number, where it has one.
 */
export function helpLinesFor(age: number | null, dutyPhone: string | null): HelpLine[] {
	const duty: HelpLine[] = dutyPhone
		? [{ id: 'duty', phone: dutyPhone, hours: null, source: 'municipality.duty_phone', checked: null }]
		: [];
	return isMinor(age)
		? [children, ...duty, violence, lifeline, emergency]
		: [lifeline, ...duty, violence, children, emergency];
}

/** Those beside somebody's own answer: a line for children is for whoever is one. */
export const helpLinesBeside: typeof helpLinesFor = (age, dutyPhone) =>
	helpLinesFor(age, dutyPhone).filter(({ id }) => id !== 'children' || isMinor(age));

/** Whether nobody has compared one of them with its source yet. The municipality answers for its own number. */
export const areUnchecked = (lines: readonly HelpLine[]) =>
	lines.some(({ id, checked }) => id !== 'duty' && checked === null);
