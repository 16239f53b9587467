/** A face without a picture is the same on every page that shows the person, whatever they are called there. */
import { expect, test } from 'vitest';
import { hueOf } from '../../../src/lib/ui/tint.ts';
import { people } from '../../people.ts';
import { wordsOf, type House } from '../house.ts';

const id = (room: string, tail: string) => `00000000-0000-7000-${room}-${tail.padStart(12, '0')}`;
const holm = id('8002', 'a');

/** The faces of a page, each with the words beside it. */
const facesOf = (html: string) =>
	[...html.matchAll(/class="portrait[^>]*--hue:\s*(\d+)[^>]*>([^<]*)<\/span>(?=([\s\S]{0,300}))/g)].map(
		([, hue, initials, beside]) => ({ hue: Number(hue), initials, beside: wordsOf(beside!) }),
	);

const seen: [name: string, initials: string, person: string, pages: [persona: string, path: string][]][] = [
	[
		'Amira',
		'AH',
		people.parent,
		[
			['parent', '/more'],
			['young-person', `/meetings/${id('8020', 'a1')}`],
			['coordinator', `/families/${holm}`],
			['coordinator', `/families/${holm}/meetings/${id('8020', 'a1')}`],
			['parent', '/me'],
			['', '/sign-in'],
		],
	],
	[
		'Mette',
		'MK',
		people.coordinator,
		[
			['parent', '/home'],
			['parent', '/team'],
			['parent', '/sharing'],
			['parent', `/meetings/${id('8020', 'a1')}`],
			['coordinator', `/families/${holm}`],
			['coordinator', '/families/profile'],
			['project-lead', '/office/colleagues'],
			['', '/sign-in'],
		],
	],
	[
		'Noah',
		'NB',
		people.child,
		[
			['parent', '/more'],
			['coordinator', `/families/${holm}`],
			['', '/sign-in'],
		],
	],
];

/** On the server of others.test.ts: a second one would only start again. */
export function facesAreTheSame({ page }: House): void {
	for (const [name, initials, person, pages] of seen)
		test.each(pages)(`${name} has one face: to %s at %s`, async (persona, path) => {
			const html = await page(path, persona);
			// On their own page the name stands before it; the coordinator's is said after that she is.
			const isOwn = ['/me', '/families/profile'].includes(path);
			const theirs = facesOf(html).filter(
				({ beside }) => isOwn || beside.replace('Jeres koordinator ', '').startsWith(name),
			);
			expect(theirs.length).toBeGreaterThan(0);
			for (const face of theirs) expect(face).toMatchObject({ initials, hue: hueOf(person) });
		});
}
