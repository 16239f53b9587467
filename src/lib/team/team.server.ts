/** The only code that queries teams and coordinators. Who may do what, the database decides (supabase/schemas, 20 and 21). */
import type * as v from 'valibot';
import { rows, type Database, type Row } from '$lib/server/database';
import { standing, type Standing } from './standing';
import type { ChooseCoordinator } from './commands.server';
import { currentRole, type Choice, type OpenQuestion, type Role, type TeamMember } from './team';

const roleColumns = 'id, family_id, professional_id, answer, chosen_at, answered_at, ended_at';

const toRole = (
	row: Pick<
		Row<'coordinator_choice'>,
		'id' | 'family_id' | 'professional_id' | 'answer' | 'chosen_at' | 'answered_at' | 'ended_at'
	>,
): Role => ({
	id: row.id,
	familyId: row.family_id,
	professionalId: row.professional_id,
	answer: row.answer,
	askedAt: row.chosen_at,
	answeredAt: row.answered_at,
	endedAt: row.ended_at,
});

/**
 * Everybody in the teams of these families now: the coordinator first, then in order of joining.
 * Works from inside a family and from inside a team.
 */
export async function teamOf(db: Database, families: string[]): Promise<TeamMember[]> {
	const [members, accepted] = await Promise.all([
		db
			.from('team_member')
			.select(
				'family_id, joined_at, job!inner(profession, helps_with, left_at, organisation!job_organisation_id_fkey(name), person!job_person_id_fkey!inner(id, name))',
			)
			.in('family_id', families)
			.is('left_at', null),
		db.from('coordinator_choice').select(roleColumns).in('family_id', families).eq('answer', 'accepted'),
	]);
	const roles = rows(accepted).map(toRole);
	return rows(members)
		.filter(({ job }) => job.left_at === null)
		.map(({ family_id, joined_at, job: { person, profession, helps_with, organisation } }) => {
			const current = currentRole(roles.filter(({ familyId }) => familyId === family_id));
			return {
				id: person.id,
				familyId: family_id,
				name: person.name,
				profession,
				place: organisation?.name ?? null,
				helpsWith: helps_with,
				joinedAt: joined_at,
				coordinatorSince: current?.role.professionalId === person.id ? current.since : null,
			};
		})
		.sort(
			(a, b) =>
				Number(b.coordinatorSince !== null) - Number(a.coordinatorSince !== null) ||
				a.joinedAt.localeCompare(b.joinedAt) ||
				a.name.localeCompare(b.name, 'da'),
		);
}

/** Whom these families asked and what the answers were, newest first. A family sees all of its own. */
export async function choicesOf(db: Database, families: string[]): Promise<Choice[]> {
	const answer = await db
		.from('coordinator_choice')
		.select(
			`${roleColumns}, message:coordinator_message!coordinator_message_choice_id_fkey(words), professional:person!coordinator_choice_professional_id_fkey(name), asked_by:person!coordinator_choice_chosen_by_fkey(name)`,
		)
		.in('family_id', families)
		.order('chosen_at', { ascending: false });
	return rows(answer).map((row) => ({
		...toRole(row),
		name: row.professional?.name ?? null,
		askedBy: row.asked_by?.name ?? null,
		message: row.message?.words ?? null,
	}));
}

/** Everybody in the team of one family, and how it stands with its choice of coordinator. */
export async function standingOf(
	db: Database,
	family: string,
	now: Date,
): Promise<{ members: TeamMember[]; standing: Standing }> {
	const [members, choices] = await Promise.all([teamOf(db, [family]), choicesOf(db, [family])]);
	return { members, standing: standing(choices, members, now) };
}

/** The questions to a professional that wait for an answer, oldest first. */
export async function openQuestionsTo(db: Database, professionalId: string): Promise<OpenQuestion[]> {
	const answer = await db
		.from('coordinator_choice')
		.select(
			'id, chosen_at, family!coordinator_choice_family_id_fkey!inner(id, name), asked_by:person!coordinator_choice_chosen_by_fkey!inner(name)',
		)
		.eq('professional_id', professionalId)
		.is('answer', null)
		.is('ended_at', null)
		.order('chosen_at');
	const questions = rows(answer);
	const teams = questions.length
		? await teamOf(
				db,
				questions.map(({ family }) => family.id),
			)
		: [];
	return questions.map(({ id, chosen_at, family, asked_by }) => ({
		id,
		family,
		askedBy: asked_by.name,
		askedAt: chosen_at,
		again: teams.some(
			(member) =>
				member.familyId === family.id && member.id === professionalId && member.coordinatorSince !== null,
		),
	}));
}

/**
 * A parent asks somebody in the team to be coordinator.
 * @throws {DatabaseError} `one_open_question_per_family` when somebody is asked already
 */
export async function choose(db: Database, choice: v.InferOutput<typeof ChooseCoordinator>): Promise<void> {
	rows(
		await db.rpc('choose_coordinator', {
			id: choice.id,
			family: choice.family,
			professional: choice.professional,
			stop_current: choice.present === 'stopsNow',
		}),
	);
}

/**
 * The professional answers a question. A yes ends the former coordinator's role at the same moment.
 * @throws {DatabaseError} 42501 when there is no such open question to the one who asks
 */
export async function answer(
	db: Database,
	choiceId: string,
	accept: boolean,
	message: string | null,
): Promise<void> {
	rows(
		await db.rpc('answer_coordinator_choice', {
			choice: choiceId,
			accept,
			...(message !== null && { message }),
		}),
	);
}

/** A parent takes a question back. @throws {DatabaseError} 42501 when it is answered or taken back already */
export const takeBack = (db: Database, choiceId: string) => end(db, choiceId, true);

/** A parent ends the coordinator's role. No reason is asked for. @throws {DatabaseError} 42501 when it has ended already */
export const endCoordinator = (db: Database, choiceId: string) => end(db, choiceId, false);

async function end(db: Database, choice: string, only_question: boolean): Promise<void> {
	rows(await db.rpc('end_coordinator_choice', { choice, only_question }));
}
