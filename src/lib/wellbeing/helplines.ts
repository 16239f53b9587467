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
	source: string;
	/** The day somebody last compared it with the source; null: not yet. */
	checked: string | null;
}

const emergency: HelpLine = { id: 'emergency', phone: '112', source: 'politi.dk', checked: null };
const children: HelpLine = {
	id: 'children',
	name: 'BørneTelefonen',
	phone: '116 111',
	source: 'bornetelefonen.dk: day and night, free',
	checked: null,
};
const lifeline: HelpLine = {
	id: 'lifeline',
	name: 'Livslinien',
	phone: '70 201 201',
	source: 'livslinien.dk',
	checked: null,
};
const violence: HelpLine = {
	id: 'violence',
	name: 'Lev Uden Vold',
	phone: '1888',
	source: 'levudenvold.dk: day and night',
	checked: null,
};

/**
 * The lines for somebody of this age, the most fitting first: for those under 18 the one made for them.
 * `dutyPhone` is the municipality's own number, where it has one.
 */
export function helpLinesFor(age: number | null, dutyPhone: string | null): HelpLine[] {
	const duty: HelpLine[] = dutyPhone
		? [{ id: 'duty', phone: dutyPhone, source: 'municipality.duty_phone', checked: null }]
		: [];
	return age !== null && age < 18
		? [children, emergency, ...duty, violence, lifeline]
		: [emergency, lifeline, ...duty, violence, children];
}

/** The address that calls a number: digits only, and a plus in front where there is one. */
export const telOf = (phone: string) => `tel:${phone.replace(/[^\d+]/g, '')}`;
