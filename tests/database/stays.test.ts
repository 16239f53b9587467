/** What a row belongs to and what was said in it stays, whoever holds which right: a second guard behind the grants. */
import { expect, on } from '../policies/stage.ts';

/** By table: a row of the fixture, and for each column another value that no other rule refuses. */
const rows: Record<string, { where: string; columns: Record<string, string> }> = {
	meeting: {
		where: `id = '@meeting of strangers'`,
		columns: {
			id: `'@new'`,
			family_id: `'@family'`,
			about_id: `'@stranger-parent'`,
			proposed_by: `'@former-mentor'`,
			created_at: `now() - interval '1 day'`,
		},
	},
	meeting_attendee: {
		where: `meeting_id = '@meeting of the family' and person_id = '@parent'`,
		columns: {
			meeting_id: `'@meeting with a guest'`,
			person_id: `'@grandmother'`,
			family_id: `'@strangers'`,
		},
	},
	meeting_place: {
		where: `meeting_id = '@meeting of the family'`,
		columns: { meeting_id: `'@meeting with a guest'`, family_id: `'@strangers'` },
	},
	agenda_point: {
		where: `id = '@point of the parent'`,
		columns: {
			id: `'@new'`,
			meeting_id: `'@meeting with a guest'`,
			family_id: `'@strangers'`,
			author_id: `'@grandmother'`,
			from_family: `not from_family`,
			created_at: `now() - interval '1 day'`,
		},
	},
	plan_visit: {
		where: `person_id = '@parent'`,
		columns: { person_id: `'@teacher'`, family_id: `'@strangers'` },
	},
	scale: {
		where: `id = '@scale of the coordinator'`,
		columns: {
			id: `'@new'`,
			person_id: `'@parent'`,
			kind: `'physical'`,
			name: `'Noget andet'`,
			low_words: `'Noget andet'`,
			high_words: `'Noget andet'`,
			created_at: `now() - interval '1 day'`,
		},
	},
	rating: {
		where: `id = '@scale answer of the parent'`,
		columns: {
			id: `'@new'`,
			person_id: `'@grandmother'`,
			topic: `'ladder'`,
			scale_id: `'@scale of the coordinator'`,
			answers: `'{3}'`,
			rated_at: `now() - interval '1 day'`,
			received_at: `now() + interval '1 day'`,
		},
	},
	rating_draft: {
		where: `person_id = '@coordinator'`,
		columns: {
			topic: `'who5'`,
			scale_id: `'@scale of the coordinator'`,
		},
	},
	share: {
		where: `id = '@parent shares with coordinator'`,
		columns: {
			id: `'@new'`,
			owner_id: `'@young-person'`,
			topic: `'ladder'`,
			professional_id: `'@teacher'`,
			valid_until: `valid_until + 1`,
			created_at: `now() - interval '1 day'`,
		},
	},
};

for (const [table, { where, columns }] of Object.entries(rows)) {
	on(`${table}: ${Object.keys(columns).join(', ')}`, async ({ owner }) => {
		expect(await owner(`select from ${table} where ${where}`), 'the row').toHaveLength(1);
		for (const [column, value] of Object.entries(columns)) {
			const said = await owner(
				`do $$ begin update ${table} set ${column} = ${value} where ${where}; raise 'nobody minded'; exception
					when check_violation then perform set_config('test.said', sqlerrm, true); end $$`,
			).then(() => owner(`select current_setting('test.said') as said`));
			expect(said[0]?.said, column).toContain(`rule "${table}_${column}_stays"`);
		}
	});
}

on('a meeting of the whole family does not become one about somebody', async ({ owner }) => {
	await expect(
		owner(`update meeting set about_id = '@child' where id = '@meeting of the family'`),
	).rejects.toThrow('"meeting_about_id_stays"');
});
