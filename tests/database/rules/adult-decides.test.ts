/** Who comes, who goes and who coordinates is said by an adult parent, where there is one (decides_as_parent). */
import { expect, on, type Stage } from '../../policies/stage.ts';

const choose = `select choose_coordinator('@new', '@family', '@teacher')`;
const end = `select end_coordinator_choice(id) from coordinator_choice
	where family_id = '@family' and answer = 'accepted' and ended_at is null`;
const sendAway = `select send_away(id) from team_member
	where professional_id = '@guest' and family_id = '@family' and left_at is null`;
const putOut = `select put_out('@place of a relative')`;
const takeNoBack = `select take_no_back(id) from team_member where unwanted_at is not null`;
const said = ['choose', 'end', 'sendAway', 'putOut', 'takeNoBack'] as const;
const verbs = { choose, end, sendAway, putOut, takeNoBack };

/** The parent is 16; a relative and a colleague have come, a question is not open, and to one the family has said no. */
async function young({ owner, longAgo }: Stage): Promise<void> {
	await owner(`update birth set born_on = private.today() - interval '16 years' where person_id = '@parent'`);
	await longAgo(`update coordinator_choice set ended_at = now()
		where family_id = '@family' and answer is null and ended_at is null`);
	await owner(`insert into member (id, family_id, person_id, role)
		values ('@place of a relative', '@family', '@former-partner', 'relative')`);
	await owner(`insert into team_member (id, family_id, professional_id, job_id)
		values ('@place of a guest', '@family', '@guest', '@job of guest')`);
	await longAgo(`update team_member set left_at = now(), unwanted_at = now(), profession = 'Lærer', place = 'Skole'
		where professional_id = '@job-adviser' and family_id = '@family'`);
}
const adult = ({ owner }: Stage, joined: string) =>
	owner(`insert into member (id, family_id, person_id, role, joined_at)
		values ('@place of an adult', '@family', '@other-parent', 'parent', ${joined})`);

on('a parent under 18 who is the only one says it', async (stage) => {
	await young(stage);
	for (const verb of said) expect(await stage.refusal('parent', verbs[verb]), verb).toBeNull();
});

on('beside an adult parent the adult says it', async (stage) => {
	await young(stage);
	await adult(stage, `now() - interval '1 day'`);
	for (const verb of said) {
		const expected = /sendAway|putOut/.test(verb) ? '42501' : 'adult_parent_decides';
		expect(await stage.rule('parent', verbs[verb]), verb).toBe(expected);
		expect(await stage.refusal('other-parent', verbs[verb]), verb).toBeNull();
		expect(await stage.rule('young-person', verbs[verb]), verb).toBe('42501');
	}
	const may = `select may_refuse from arrivals() where kind in ('joined', 'joined_team')
		and place_id in ('@place of a relative', '@place of a guest')`;
	expect(await stage.as('parent', may)).toEqual([{ may_refuse: false }, { may_refuse: false }]);
	expect(await stage.as('other-parent', may)).toEqual([{ may_refuse: true }, { may_refuse: true }]);
	await stage.owner(
		`update birth set born_on = private.today() - interval '18 years' where person_id = '@parent'`,
	);
	expect(await stage.refusal('parent', choose)).toBeNull();
});

on('who has come is no adult to whom their own coming is left', async (stage) => {
	await young(stage);
	await adult(stage, 'now()');
	expect(await stage.refusal('parent', `select put_out('@place of an adult')`)).toBeNull();
});
