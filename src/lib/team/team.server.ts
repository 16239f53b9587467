/** The only code that queries teams and coordinators. Who may do what, the database decides (supabase/schemas, 20 and 21). */
import type * as v from 'valibot';
import type { Database } from '$lib/server/database';
import { all, counted, descending, firstOf, rows, shown } from '$lib/server/rows';
import { mapped, type First, type Shown, type Window } from '$lib/more';
import { standing, type Standing } from './standing';
import type { ChooseCoordinator } from './commands.server';
import { mostChoices, type Choice, type OpenQuestion, type TeamMember } from './team';

const roleColumns =
	'id, familyId:family_id, professionalId:professional_id, profession, place, answer, askedAt:chosen_at, answeredAt:answered_at, endedAt:ended_at';

/** Of each family, so that no family's team is in the way of another's. */
const theirTeam = { referencedTable: 'team' } as const;

/**
 * Everybody in the teams of these families now: the coordinator first, then in order of joining.
 * Works from inside a family and from inside a team.
 */
export async function teamOf(db: Database, families: string[]): Promise<TeamMember[]> {
	const [found, coordinated] = await Promise.all([
		db
			.from('family')
			.select(
				`id, team:team_member(placeId:id, familyId:family_id, joinedAt:joined_at, job!inner(profession, helpsWith:helps_with,
				...person!job_person_id_fkey!inner(id, name), ...organisation!job_organisation_id_fkey(place:name)))`,
			)
			.in('id', families)
			.is('team.left_at', null)
			.is('team.job.left_at', null)
			.order('id')
			.limit(all)
			.order('joined_at', theirTeam)
			.limit(all, theirTeam)
			.then(rows),
		db.rpc('coordinators', { families }).then(rows),
	]);
	const sinceOf = (family: string, person: string) =>
		coordinated.find((one) => one.family_id === family && one.professional_id === person)?.since ?? null;
	return found
		.flatMap(({ team }) => team)
		.map(({ job, ...place }) => ({
			...job,
			...place,
			coordinatorSince: sinceOf(place.familyId, job.id),
		}))
		.sort(
			(a, b) =>
				Number(b.coordinatorSince !== null) - Number(a.coordinatorSince !== null) ||
				a.joinedAt.localeCompare(b.joinedAt) ||
				a.name.localeCompare(b.name, 'da'),
		);
}

const choiceColumns =
	`${roleColumns}, ...coordinator_message!coordinator_message_choice_id_fkey(message:words),
	...person!coordinator_choice_professional_id_fkey(name),
	askedBy:person!coordinator_choice_chosen_by_fkey(name)` as const;

/**
 * Whom this family asked and what the answers were: the newest, and those in force (a question that waits, and a
 * coordinator's yes) however old they are. A family sees all of its own.
 */
export async function choicesOf(db: Database, family: string): Promise<First<Choice>> {
	const [inForce, newest] = await Promise.all([
		db
			.from('coordinator_choice')
			.select(choiceColumns)
			.eq('family_id', family)
			.is('ended_at', null)
			.or('answer.is.null,answer.eq.accepted')
			// One of each: one_open_question_per_family, one_coordinator_per_family.
			.order('chosen_at', descending)
			.limit(all)
			.then(rows),
		db
			.from('coordinator_choice')
			.select(choiceColumns)
			.eq('family_id', family)
			.order('chosen_at', descending)
			.limit(mostChoices + 1)
			.then((answer) => firstOf(answer, mostChoices)),
	]);
	const older = inForce.filter(({ id }) => !newest.rows.some((choice) => choice.id === id));
	return {
		// One table is spread once: @supabase/lite calls both the same.
		rows: [...newest.rows, ...older].map(({ askedBy, ...choice }) => ({
			...choice,
			askedBy: askedBy?.name ?? null,
		})),
		isCut: newest.isCut,
	};
}

/** Everybody in the team of one family, and how it stands with its choice of coordinator. */
export async function standingOf(
	db: Database,
	family: string,
	now: Date,
): Promise<{ members: TeamMember[]; standing: Standing }> {
	const [members, choices] = await Promise.all([teamOf(db, [family]), choicesOf(db, family)]);
	return { members, standing: standing(choices.rows, members, now) };
}

/** The questions to a professional that wait for an answer, oldest first: of a family one at a time. */
export async function openQuestionsTo(
	db: Database,
	professionalId: string,
	window: Window,
	only: { id?: string } = {},
): Promise<Shown<OpenQuestion>> {
	const answer = await db
		.from('coordinator_choice')
		.select(
			'id, askedAt:chosen_at, family!coordinator_choice_family_id_fkey!inner(id, name), askedBy:person!coordinator_choice_chosen_by_fkey(name)',
			counted,
		)
		.match({ professional_id: professionalId, ...only })
		.is('answer', null)
		.is('ended_at', null)
		.order('chosen_at')
		.order('id')
		.range(window.from, window.to - 1);
	const questions = shown(answer, window);
	const coordinated = questions.rows.length
		? rows(await db.rpc('coordinators', { families: questions.rows.map(({ family }) => family.id) }))
		: [];
	return mapped(questions, ({ askedBy, ...question }) => ({
		...question,
		askedBy: askedBy?.name ?? null,
		again: coordinated.some(
			(one) => one.family_id === question.family.id && one.professional_id === professionalId,
		),
	}));
}

/** A question to this professional, answered or not; null when there is none such. */
export async function questionTo(
	db: Database,
	professional: string,
	id: string,
): Promise<{ id: string; family: string } | null> {
	const answer = await db
		.from('coordinator_choice')
		.select('id, family:family_id')
		.match({ id, professional_id: professional })
		.maybeSingle();
	return rows(answer);
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
			as_what: choice.profession,
			drawn_place: choice.place,
			drawn_coordinator: choice.coordinator ?? undefined,
		}),
	);
}

/**
 * The professional answers a question. A yes ends the former coordinator's role at the same moment. The same answer
 * once more is the answer that is there.
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
