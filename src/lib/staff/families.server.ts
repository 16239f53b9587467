/** Which families a professional works with. What of them may be seen, row security decides. */
import { error, type RequestEvent } from '@sveltejs/kit';
import { dayAndYear } from '$lib/i18n/format';
import { createTexts } from '$lib/i18n/i18n';
import { messagesOf } from '$lib/i18n/messages.server';
import { signedIn } from '$lib/server/command';
import type { Database } from '$lib/server/database';
import { all, rows } from '$lib/server/rows';
import { ended } from './ended.server';
import type { MyFamily } from './families';

/**
 * Those of these families in whose team this professional is now. Asked by team and not by what row security lets
 * through: a project lead sees the names of all families of the municipality, and their own are still only these.
 */
export async function among(db: Database, person: string, families: string[]): Promise<MyFamily[]> {
	const [teams, coordinated] = await Promise.all([
		db
			.from('team_member')
			.select('family!inner(id, name, enrolled_on)')
			.eq('professional_id', person)
			.in('family_id', families)
			.is('left_at', null)
			.order('family_id')
			.limit(all)
			.then(rows),
		db.rpc('coordinators', { families }).then(rows),
	]);
	return teams.map(({ family: { enrolled_on, ...family } }) => ({
		...family,
		enrolledOn: enrolled_on!,
		isCoordinator: coordinated.some((one) => one.family_id === family.id && one.professional_id === person),
	}));
}

/**
 * The family of this page, when I am in its team.
 * @throws 404 for everybody else: an address tells nobody whether there is such a family, but who was in its team that its
 * course ended
 */
export async function theFamily(event: RequestEvent): Promise<MyFamily> {
	const [family] = await among(event.locals.db, signedIn(event).id, [event.params.family!]);
	if (family) return family;
	const over = (await ended(event.locals))?.families.find(({ id }) => id === event.params.family);
	error(404, { message: 'staff:error.notYours', ...(over && { words: over.words }) });
}

/** In words, who is with this family no more, for a month. */
export async function goneLately({ db, language }: App.Locals, family: string): Promise<string[]> {
	const gone = rows(await db.rpc('gone_lately', { family }));
	if (!gone.length) return [];
	const { t } = await createTexts(language, messagesOf(language, ['parting']));
	return gone.map(({ name, left_at }) =>
		t('parting:goneForTeam', { name, date: dayAndYear(left_at, language) }),
	);
}

/** The family of this page, when it chose me. @throws 404 for strangers, 403 for the rest of the team */
export async function theFamilyICoordinate(event: RequestEvent): Promise<MyFamily> {
	const family = await theFamily(event);
	if (!family.isCoordinator) error(403, 'staff:error.onlyCoordinator');
	return family;
}
