/** What each role may do: the one list, compared with the catalogue and tried through the door of the running server. */

const tables = `
	access_log:
		select (id, owner_id, reader_id, job_id, share_id, family_id, topic, as_coordinator, reader_name, profession, place, answers_read, read_at)
	agenda_point: select, insert (id, meeting_id, family_id, author_id, wording), update (wording, removed_at)
	arrival_shown: select, insert (event_id, person_id)
	birth: select
	cancellation_seen: select, insert (meeting_id, person_id, of_revision)
	coordinator_choice: select
	coordinator_message: select
	enrolment: select
	enrolment_tier: select
	event_seen: select, insert (event_id, person_id), delete
	family: select, update (name)
	family_event: select
	family_offer: select,
		insert (id, family_id, offer_id, goal_id, about_id, suggested_by, reason, state),
		update (goal_id, state)
	goal: select,
		insert (id, family_id, parent_id, about_id, life_area, title, sign, due_on, created_by, made_as),
		update (life_area, title, sign, due_on, done_at, removed_at, revision)
	goal_progress: select, insert (id, goal_id, family_id, noted_by, note, score)
	goal_wording: select
	invitation:
		select (id, municipality_id, family_id, invitee_name, member_role, organisation_id, profession, invited_by,
			created_at, expires_at, agreed_at, agreed_by, revoked_at, inviter_left, accepted_at, accepted_by),
		update (revoked_at)
	job: select, update (profession, helps_with, revision)
	meeting: select,
		insert (id, family_id, about_id, kind, purpose, starts_at, ends_at, proposed_by, made_as),
		update (kind, purpose, starts_at, ends_at, cancelled_at)
	meeting_attendee:
		select (id, meeting_id, person_id, family_id, reason, from_other_home, sees_home, answer, answered_at, profession, place),
		insert (meeting_id, person_id, family_id, reason), update (answer)
	meeting_place: select, insert, update (place, link, is_home)
	member: select
	municipality: select
	offer: select,
		insert (id, municipality_id, title, description, provider, provider_kind, life_areas,
			age_from, age_to, place, contact, price, verified_on, made_as),
		update (title, description, provider, provider_kind, life_areas,
			age_from, age_to, place, contact, price, verified_on, retired_at, revision)
	organisation: select, insert (id, municipality_id, kind, name), update (name, revision)
	person: select (id, name), update (name)
	plan: select
	plan_version: select
	plan_version_goal: select
	plan_version_person: select
	plan_version_yes: select
	plan_visit: select, insert (person_id, family_id), update (person_id, family_id)
	private.plan_access: select
	rating: select, insert (id, person_id, topic, scale_id, answers, rated_at), delete
	rating_draft: select,
		insert (person_id, topic, scale_id, answers, answered_at),
		update (person_id, topic, scale_id, answers, answered_at)
	scale: select, insert (id, person_id, kind, name, low_words, high_words), update (retired_at)
	session: select (id, person_id, own_device, device, created_at, seen_at, expires_at), delete
	share: select, insert (id, owner_id, topic, professional_id, profession, valid_until), update (withdrawn_at)
	team_member: select, insert (id, family_id, professional_id, job_id), update (left_at)`;

const functions = `
	about_has_left(family_offer)
	accept_invitation_as_me(text)
	accept_invitation_for(text,uuid)
	accept_invitation_for_new_child(text)
	agree_plan(uuid,uuid,uuid[],text,uuid)
	agree_to_invitation(uuid)
	arrivals()
	cancellations()
	askable_elsewhere(uuid)
	asked_no_more(uuid[])
	answer_place(uuid,enrolment_answer,date)
	answer_coordinator_choice(uuid,boolean,text)
	choose_coordinator(uuid,uuid,uuid,boolean,text,uuid,uuid)
	clashes(uuid)
	correct_birth(uuid,text,member_role,date,date)
	end_coordinator_choice(uuid,boolean)
	ended_for_me()
	gone_lately(uuid)
	end_enrolment(uuid,date)
	end_job(uuid)
	enrol_again(uuid,uuid,date,tier)
	enrol_family(uuid,uuid,text,date,tier)
	enrolled_on(family)
	find_families(uuid,text)
	meetings_without(uuid[])
	move_goal(uuid,boolean,uuid)
	give_job(uuid,uuid,uuid,text)
	goal_branch(uuid)
	invitations_that_wait(uuid[],integer,integer)
	invitation_and_me(text)
	invitations_open(uuid[])
	invite_member(uuid,uuid,text,member_role,text,date)
	invite_professional(uuid,uuid,text,text,text)
	drop_draft(rating_topic,uuid)
	keep_draft_answer(rating_topic,integer,integer,uuid,timestamp with time zone)
	invitations_ending_with_job(uuid)
	invitations_ending_with_place(uuid)
	last_enrolments(uuid[])
	latest_ratings(integer,date)
	leave_family(uuid,uuid)
	leavings()
	leave_team(uuid)
	offer_place(uuid,date,date)
	offer_places(uuid[])
	next_goals(uuid[])
	plan_as_agreed(uuid)
	plan_as_read(uuid)
	plan_differences(uuid,integer,integer)
	plan_goals(uuid)
	plan_news(boolean,text,integer,integer)
	coordinators(uuid[])
	plan_since_agreed(uuid[])
	answer_meeting(uuid,uuid,attendance_answer,integer)
	move_meeting(uuid,timestamp with time zone,timestamp with time zone,integer,text,text,boolean,uuid[],uuid[])
	open_shared_ratings(uuid,timestamp with time zone,uuid)
	preview_share(rating_topic)
	put_out(uuid)
	propose_meeting(uuid,uuid,meeting_kind,text,timestamp with time zone,timestamp with time zone,uuid[],text[],uuid,text,text,boolean,text)
	read_elsewhere(uuid[])
	read_shared_ratings(uuid,timestamp with time zone,uuid)
	said_before_leaving(uuid)
	say_yes_to_plan(uuid)
	video_links(uuid[])
	search_offers(text,life_area,integer,text,integer,integer,uuid[])
	send_away(uuid)
	set_tier(uuid,tier,date,tier)
	shares_ending_with_job(uuid)
	shares_ending_with_place(uuid)
	spell_offers(text,uuid[])
	stage(member)
	stays_in_this_home(uuid)
	suggestions_to_answer()
	take_no_back(uuid)
	take_out(uuid,uuid,text,member_role,leaving_reason,date,text)
	taken_out(uuid)`;

/** What policies, and functions with the rights of who calls them, ask. The API does not show this schema. */
const policyHelpers = `
	private.answers_alone_from()
	private.by_alphabet(text)
	private.clashing(uuid)
	private.danish_day(timestamp with time zone)
	private.different(uuid)
	private.days_to_say_no()
	private.hold_asked(uuid[])
	private.hold_shown(uuid)
	private.i_may_ask(uuid,uuid,uuid)
	private.is_still_so_elsewhere(uuid)
	private.leaves_it_to_an_adult(uuid,timestamp with time zone)
	private.my_asked_meetings()
	private.my_children()
	private.my_childrens_goals()
	private.my_colleague_jobs()
	private.my_colleagues()
	private.my_coordinated_families()
	private.my_families()
	private.my_family_professionals()
	private.my_former_municipalities()
	private.my_goals_left_behind()
	private.my_guest_meetings()
	private.my_home_municipalities()
	private.my_households()
	private.my_led_families()
	private.my_inviters()
	private.my_leavings()
	private.my_leavings_as_child()
	private.my_led_municipalities()
	private.my_led_professionals()
	private.my_meeting_people()
	private.my_offers()
	private.my_readers()
	private.my_readers_jobs()
	private.my_relatives()
	private.my_shown_homes()
	private.my_team_families()
	private.my_team_jobs()
	private.my_team_people()
	private.my_team_professionals()
	private.my_workplaces()
	private.my_families_from_13()
	private.my_young_children()
	private.refuse(text,text)
	private.shares_only_by(uuid[])
	private.show_home(uuid,uuid[])
	private.today()
	private.uid()
	private.works_where_it_lives(uuid,uuid)`;

/** What the search in offers is made of. */
const searchHelpers = `
	private.found_offers(text,life_area,integer,text,integer,integer,uuid[])`;

const sessionFunctions = `
	accept_invitation(text,text,text)
	find_identity(text,text)
	open_invitation(text)
	read_notice(uuid)
	session_end(text)
	session_read(text)
	session_start(text,uuid,boolean,text)
	sessions_end_all(uuid)`;

const written = {
	/** Somebody who is not signed in. */
	anon: 'schema public',
	/** Somebody who is; row security decides which rows. */
	authenticated: `schema public \n schema private \n schema extensions ${tables} ${functions} ${policyHelpers} ${searchHelpers}`,
	/** The web server looking up sessions. */
	session_keeper: `schema public ${sessionFunctions}`,
	/** Supabase's key past row security: it opens nothing here. */
	service_role: 'schema public',
};

/** One right a line; a line that begins deeper goes on with the one before. */
const lines = (text: string) =>
	text
		.replaceAll(/,\n\t+/g, ', ')
		.replaceAll(/:\n\t+/g, ': ')
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.sort();

export type Role = keyof typeof written;
export const roles = Object.keys(written) as Role[];

/** The rights of a role as `rightsOf` in catalogue.ts writes them. */
export const rightsOnPaper = (role: Role): string[] => lines(written[role]);
