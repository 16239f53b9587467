/**
 * What is made under an id that came with the form: the same again is once, and with anything else it is no receipt for
 * what was not done. Every function that takes such an id, with each of its arguments changed.
 */
import { expect, on, type Stage } from '../../policies/stage.ts';
import type { ActorName } from '../../policies/actors.ts';
import { takeOut } from '../../policies/functions/take-out/taking.ts';

interface Press {
	who: ActorName;
	before?: (stage: Stage) => Promise<unknown>;
	/** By the name of the argument. */
	given: Record<string, string>;
	/** What else may be given, by the argument. */
	else: Record<string, string>;
	/** Arguments that are not what was asked for, and why. */
	not?: Record<string, string>;
	/** The same again is refused too: there is one code on one paper. */
	isOnce?: true;
}
const hash = (digit: string) => `repeat('${digit}', 64)`;
const shown = 'what the page showed when it was drawn';

const presses: Record<string, Press> = {
	enrol_family: {
		who: 'project-lead',
		given: {
			municipality: `'@municipality'`,
			name: `'Nye'`,
			visited_on: `'2026-01-05'`,
			tier: `'preventive'`,
		},
		else: {
			municipality: `'@other municipality'`,
			name: `'Andre'`,
			visited_on: `'2026-01-06'`,
			tier: 'null',
		},
	},
	enrol_again: {
		who: 'project-lead',
		before: ({ owner }) =>
			owner(`update enrolment set ended_on = private.today() - 10
				where family_id in ('@strangers', '@other home')`),
		given: { family: `'@strangers'`, visited_on: 'private.today() - 5', tier: `'preventive'` },
		else: { family: `'@other home'`, visited_on: 'private.today() - 4', tier: 'null' },
	},
	choose_coordinator: {
		who: 'parent',
		before: ({ as }) => as('parent', `select end_coordinator_choice('@adviser is asked')`),
		given: { family: `'@family'`, professional: `'@teacher'`, stop_current: 'true' },
		else: { family: `'@other home'`, professional: `'@job-adviser'`, stop_current: 'false' },
		not: { as_what: shown, drawn_coordinator: shown, drawn_place: shown },
	},
	propose_meeting: {
		who: 'parent',
		given: {
			family: `'@family'`,
			kind: `'other'`,
			purpose: `'Te'`,
			starts_at: `now() + interval '1 day'`,
			ends_at: `now() + interval '25 hours'`,
			people: `array['@parent']::uuid[]`,
			reasons: `array['']`,
			place: `'Hos os'`,
			made_as: hash('1'),
		},
		else: { made_as: hash('2') },
		not: Object.fromEntries(
			[
				'family',
				'kind',
				'purpose',
				'starts_at',
				'ends_at',
				'people',
				'reasons',
				'about',
				'place',
				'link',
				'is_home',
			].map((name) => [name, 'made_as is a fingerprint of it']),
		),
	},
	agree_plan: {
		who: 'parent',
		given: { family: `'@family'`, present: `array['@child']::uuid[]`, as_read: `plan_as_read('@family')` },
		else: {
			family: `'@other home'`,
			present: `array['@teacher']::uuid[]`,
			as_read: hash('1'),
			meeting: `'@meeting of the family'`,
		},
	},
	give_job: {
		who: 'project-lead',
		given: { person: `'@teacher'`, organisation: `'@association'`, profession: `'Mentor'` },
		else: { person: `'@job-adviser'`, organisation: `'@town hall'`, profession: `'Træner'` },
	},
	invite_member: {
		who: 'coordinator',
		given: {
			family: `'@family'`,
			name: `'Ny'`,
			role: `'child'`,
			code_hash: hash('9'),
			born_on: `'2015-01-01'`,
		},
		else: {
			family: `'@strangers'`,
			name: `'En anden'`,
			role: `'relative'`,
			code_hash: hash('8'),
			born_on: `'2015-01-02'`,
		},
		isOnce: true,
	},
	invite_professional: {
		who: 'project-lead',
		given: { organisation: `'@association'`, name: `'Bo'`, profession: `'Pædagog'`, code_hash: hash('9') },
		else: { organisation: `'@school'`, name: `'Ib'`, profession: `'Lærer'`, code_hash: hash('8') },
		isOnce: true,
	},
	take_out: {
		who: 'project-lead',
		given: {
			family: `'@family'`,
			name: `'Gerda'`,
			role: `'relative'`,
			reason: `'moved_out'`,
			made_as: hash('1'),
		},
		else: {
			family: `'@other home'`,
			name: `'Carl'`,
			role: `'parent'`,
			reason: `'decided'`,
			made_as: hash('2'),
		},
		not: { known_born_on: 'made_as is a fingerprint of it' },
	},
};
/** Whose id is that of a row that is there. */
const ofARow = ['move_meeting'];
/** In which argument the id comes. */
const idIn = (name: string) => (name === 'agree_plan' ? 'version' : 'id');

for (const [name, { who, before, given, else: others, isOnce }] of Object.entries(presses)) {
	on(`${name}: the same again is once, and anything else is refused`, async (stage) => {
		await before?.(stage);
		const press = (all: Record<string, string>) =>
			`select ${name}(${Object.entries({ [idIn(name)]: `'@press'`, ...all })
				.map(([argument, value]) => `${argument} => ${value}`)
				.join()})`;
		await stage.as(who, press(given));
		expect((await stage.refusal(who, press(given))) === null, 'the same').toBe(!isOnce);
		for (const [argument, value] of Object.entries(others))
			expect(await stage.refusal(who, press({ ...given, [argument]: value })), argument).not.toBeNull();
	});
}

on(
	'every function that takes the id of a press stands here, with each of its arguments',
	async ({ owner }) => {
		const found = await owner(`select proname as name,
			array_remove(proargnames[1:pronargs], case proname when 'agree_plan' then 'version' else 'id' end) as arguments
		from pg_proc where pronamespace = 'public'::regnamespace and provolatile = 'v'
			and ('id' = any (proargnames[1:pronargs]) or proname = 'agree_plan')
			and has_function_privilege('authenticated', oid, 'execute') and proname <> all ('{${ofARow.join()}}')`);
		const said = Object.entries(presses).map(([name, press]) => [
			name,
			Object.keys({ ...press.else, ...press.not }).sort(),
		]);
		expect(Object.fromEntries(said)).toEqual(
			Object.fromEntries(found.map((row) => [row.name, [...(row.arguments as string[])].sort()])),
		);
	},
);

on('nor is whoever is taken out by a name of two another one by the same press', async (stage) => {
	await stage.owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@guest there', '@family', '@guest', 'relative', now() - interval '80 days')`);
	await stage.owner(`update person set name = 'Gerda Gran' where id = '@guest'`);
	await stage.as('project-lead', takeOut('Gerda Gran', 'relative', 'decided', 'family', '', 'press'));
	const says = (name: string) => takeOut(name, 'relative', 'decided', 'family', '', 'press');
	expect(await stage.rule('project-lead', says('Gerda Gran'))).toBeNull();
	expect(await stage.rule('project-lead', says('Gerda'))).toBe('made_already');
});
