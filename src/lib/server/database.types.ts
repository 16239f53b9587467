// Made by `npm run db:types` from migrations c65ad008109b9af1; text a7b2a27f0ca84bba.
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			access_log: {
				Row: {
					answers_read: number | null;
					as_coordinator: boolean;
					family_id: string | null;
					id: string;
					job_id: string | null;
					opened_in: unknown;
					owner_id: string | null;
					place: string;
					profession: string;
					read_at: string;
					reader_id: string | null;
					reader_name: string | null;
					reading_id: string;
					share_id: string | null;
					topic: Database['public']['Enums']['rating_topic'];
				};
				ComputedFields: never;
				Insert: {
					answers_read?: number | null;
					as_coordinator: boolean;
					family_id?: string | null;
					id?: string;
					job_id?: string | null;
					opened_in?: unknown;
					owner_id?: string | null;
					place: string;
					profession: string;
					read_at?: string;
					reader_id?: string | null;
					reader_name?: string | null;
					reading_id: string;
					share_id?: string | null;
					topic: Database['public']['Enums']['rating_topic'];
				};
				Update: {
					answers_read?: number | null;
					as_coordinator?: boolean;
					family_id?: string | null;
					id?: string;
					job_id?: string | null;
					opened_in?: unknown;
					owner_id?: string | null;
					place?: string;
					profession?: string;
					read_at?: string;
					reader_id?: string | null;
					reader_name?: string | null;
					reading_id?: string;
					share_id?: string | null;
					topic?: Database['public']['Enums']['rating_topic'];
				};
				Relationships: [
					{
						foreignKeyName: 'access_log_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'access_log_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'access_log_reader_id_fkey';
						columns: ['reader_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'read_by_a_choice_of_the_owner';
						columns: ['share_id', 'owner_id'];
						isOneToOne: false;
						referencedRelation: 'share';
						referencedColumns: ['id', 'owner_id'];
					},
					{
						foreignKeyName: 'read_in_a_job';
						columns: ['job_id', 'reader_id'];
						isOneToOne: false;
						referencedRelation: 'job';
						referencedColumns: ['id', 'person_id'];
					},
				];
			};
			agenda_point: {
				Row: {
					author_id: string | null;
					created_at: string;
					family_id: string;
					from_family: boolean;
					id: string;
					meeting_id: string;
					removed_at: string | null;
					wording: string;
				};
				ComputedFields: never;
				Insert: {
					author_id?: string | null;
					created_at?: string;
					family_id: string;
					from_family?: boolean;
					id: string;
					meeting_id: string;
					removed_at?: string | null;
					wording: string;
				};
				Update: {
					author_id?: string | null;
					created_at?: string;
					family_id?: string;
					from_family?: boolean;
					id?: string;
					meeting_id?: string;
					removed_at?: string | null;
					wording?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'agenda_point_author_id_fkey';
						columns: ['author_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'point_belongs_to_its_meeting';
						columns: ['meeting_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'meeting';
						referencedColumns: ['id', 'family_id'];
					},
				];
			};
			arrival_shown: {
				Row: {
					event_id: string;
					person_id: string;
					shown_at: string;
				};
				ComputedFields: never;
				Insert: {
					event_id: string;
					person_id: string;
					shown_at?: string;
				};
				Update: {
					event_id?: string;
					person_id?: string;
					shown_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'arrival_shown_event_id_fkey';
						columns: ['event_id'];
						isOneToOne: false;
						referencedRelation: 'family_event';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'arrival_shown_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			birth: {
				Row: {
					born_on: string;
					person_id: string;
				};
				ComputedFields: never;
				Insert: {
					born_on: string;
					person_id: string;
				};
				Update: {
					born_on?: string;
					person_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'birth_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: true;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			cancellation_seen: {
				Row: {
					meeting_id: string;
					of_revision: number;
					person_id: string;
					seen_at: string;
				};
				ComputedFields: never;
				Insert: {
					meeting_id: string;
					of_revision: number;
					person_id: string;
					seen_at?: string;
				};
				Update: {
					meeting_id?: string;
					of_revision?: number;
					person_id?: string;
					seen_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'cancellation_seen_meeting_id_fkey';
						columns: ['meeting_id'];
						isOneToOne: false;
						referencedRelation: 'meeting';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'cancellation_seen_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			coordinator_choice: {
				Row: {
					answer: Database['public']['Enums']['choice_answer'] | null;
					answered_at: string | null;
					chosen_at: string;
					chosen_by: string | null;
					ended_at: string | null;
					family_id: string;
					id: string;
					job_id: string;
					place: string;
					profession: string;
					professional_id: string;
				};
				ComputedFields: never;
				Insert: {
					answer?: Database['public']['Enums']['choice_answer'] | null;
					answered_at?: string | null;
					chosen_at?: string;
					chosen_by?: string | null;
					ended_at?: string | null;
					family_id: string;
					id: string;
					job_id: string;
					place: string;
					profession: string;
					professional_id: string;
				};
				Update: {
					answer?: Database['public']['Enums']['choice_answer'] | null;
					answered_at?: string | null;
					chosen_at?: string;
					chosen_by?: string | null;
					ended_at?: string | null;
					family_id?: string;
					id?: string;
					job_id?: string;
					place?: string;
					profession?: string;
					professional_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'choice_of_a_job';
						columns: ['job_id', 'professional_id'];
						isOneToOne: false;
						referencedRelation: 'job';
						referencedColumns: ['id', 'person_id'];
					},
					{
						foreignKeyName: 'coordinator_choice_chosen_by_fkey';
						columns: ['chosen_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'coordinator_choice_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'coordinator_choice_professional_id_fkey';
						columns: ['professional_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			coordinator_message: {
				Row: {
					choice_id: string;
					family_id: string;
					professional_id: string;
					words: string;
				};
				ComputedFields: never;
				Insert: {
					choice_id: string;
					family_id: string;
					professional_id: string;
					words: string;
				};
				Update: {
					choice_id?: string;
					family_id?: string;
					professional_id?: string;
					words?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'coordinator_message_choice_id_fkey';
						columns: ['choice_id'];
						isOneToOne: true;
						referencedRelation: 'coordinator_choice';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'message_belongs_to_its_choice';
						columns: ['choice_id', 'family_id', 'professional_id'];
						isOneToOne: false;
						referencedRelation: 'coordinator_choice';
						referencedColumns: ['id', 'family_id', 'professional_id'];
					},
				];
			};
			enrolment: {
				Row: {
					answer: Database['public']['Enums']['enrolment_answer'] | null;
					answered_on: string | null;
					created_at: string;
					ended_at: string | null;
					ended_on: string | null;
					family_id: string;
					id: string;
					municipality_id: string;
					offered_on: string | null;
					visited_on: string;
					was_called: string | null;
				};
				ComputedFields: never;
				Insert: {
					answer?: Database['public']['Enums']['enrolment_answer'] | null;
					answered_on?: string | null;
					created_at?: string;
					ended_at?: string | null;
					ended_on?: string | null;
					family_id: string;
					id?: string;
					municipality_id: string;
					offered_on?: string | null;
					visited_on: string;
					was_called?: string | null;
				};
				Update: {
					answer?: Database['public']['Enums']['enrolment_answer'] | null;
					answered_on?: string | null;
					created_at?: string;
					ended_at?: string | null;
					ended_on?: string | null;
					family_id?: string;
					id?: string;
					municipality_id?: string;
					offered_on?: string | null;
					visited_on?: string;
					was_called?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'enrolment_in_the_municipality_of_the_family';
						columns: ['family_id', 'municipality_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id', 'municipality_id'];
					},
				];
			};
			enrolment_tier: {
				Row: {
					enrolment_id: string;
					family_id: string;
					from_on: string;
					tier: Database['public']['Enums']['tier'];
				};
				ComputedFields: never;
				Insert: {
					enrolment_id: string;
					family_id: string;
					from_on: string;
					tier: Database['public']['Enums']['tier'];
				};
				Update: {
					enrolment_id?: string;
					family_id?: string;
					from_on?: string;
					tier?: Database['public']['Enums']['tier'];
				};
				Relationships: [
					{
						foreignKeyName: 'tier_of_an_enrolment';
						columns: ['enrolment_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'enrolment';
						referencedColumns: ['id', 'family_id'];
					},
				];
			};
			event_seen: {
				Row: {
					event_id: string;
					person_id: string;
					seen_at: string;
				};
				ComputedFields: never;
				Insert: {
					event_id: string;
					person_id: string;
					seen_at?: string;
				};
				Update: {
					event_id?: string;
					person_id?: string;
					seen_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'event_seen_event_id_fkey';
						columns: ['event_id'];
						isOneToOne: false;
						referencedRelation: 'family_event';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'event_seen_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			family: {
				Row: {
					created_at: string;
					id: string;
					municipality_id: string;
					name: string;
					sorts_as: string | null;
					enrolled_on: string | null;
				};
				ComputedFields: 'enrolled_on';
				Insert: {
					created_at?: string;
					id: string;
					municipality_id: string;
					name: string;
					sorts_as?: never;
				};
				Update: {
					created_at?: string;
					id?: string;
					municipality_id?: string;
					name?: string;
					sorts_as?: never;
				};
				Relationships: [
					{
						foreignKeyName: 'family_municipality_id_fkey';
						columns: ['municipality_id'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['id'];
					},
				];
			};
			family_event: {
				Row: {
					agreed_by: string | null;
					agreed_name: string | null;
					by_id: string | null;
					by_name: string | null;
					elsewhere: string | null;
					family_id: string;
					happened_at: string;
					id: string;
					is_parent_elsewhere: boolean;
					is_told_to_them: boolean;
					kind: Database['public']['Enums']['family_event_kind'];
					made_as: string | null;
					member_role: Database['public']['Enums']['member_role'] | null;
					person_id: string | null;
					person_name: string | null;
					place: string | null;
					profession: string | null;
					reason: Database['public']['Enums']['leaving_reason'] | null;
					was_called: string | null;
					was_first: boolean;
					was_here_until: string | null;
				};
				ComputedFields: never;
				Insert: {
					agreed_by?: string | null;
					agreed_name?: string | null;
					by_id?: string | null;
					by_name?: string | null;
					elsewhere?: string | null;
					family_id: string;
					happened_at?: string;
					id?: string;
					is_parent_elsewhere?: boolean;
					is_told_to_them?: boolean;
					kind: Database['public']['Enums']['family_event_kind'];
					made_as?: string | null;
					member_role?: Database['public']['Enums']['member_role'] | null;
					person_id?: string | null;
					person_name?: string | null;
					place?: string | null;
					profession?: string | null;
					reason?: Database['public']['Enums']['leaving_reason'] | null;
					was_called?: string | null;
					was_first?: boolean;
					was_here_until?: string | null;
				};
				Update: {
					agreed_by?: string | null;
					agreed_name?: string | null;
					by_id?: string | null;
					by_name?: string | null;
					elsewhere?: string | null;
					family_id?: string;
					happened_at?: string;
					id?: string;
					is_parent_elsewhere?: boolean;
					is_told_to_them?: boolean;
					kind?: Database['public']['Enums']['family_event_kind'];
					made_as?: string | null;
					member_role?: Database['public']['Enums']['member_role'] | null;
					person_id?: string | null;
					person_name?: string | null;
					place?: string | null;
					profession?: string | null;
					reason?: Database['public']['Enums']['leaving_reason'] | null;
					was_called?: string | null;
					was_first?: boolean;
					was_here_until?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'family_event_agreed_by_fkey';
						columns: ['agreed_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'family_event_by_id_fkey';
						columns: ['by_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'family_event_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'family_event_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			family_offer: {
				Row: {
					about_id: string | null;
					answered_at: string | null;
					answered_by: string | null;
					created_at: string;
					family_id: string;
					goal_id: string | null;
					id: string;
					municipality_id: string | null;
					offer_id: string;
					reason: string | null;
					said_at: string | null;
					state: Database['public']['Enums']['offer_state'];
					suggested_by: string | null;
					about_has_left: boolean | null;
				};
				ComputedFields: 'about_has_left';
				Insert: {
					about_id?: string | null;
					answered_at?: string | null;
					answered_by?: string | null;
					created_at?: string;
					family_id: string;
					goal_id?: string | null;
					id: string;
					municipality_id?: string | null;
					offer_id: string;
					reason?: string | null;
					said_at?: string | null;
					state?: Database['public']['Enums']['offer_state'];
					suggested_by?: string | null;
				};
				Update: {
					about_id?: string | null;
					answered_at?: string | null;
					answered_by?: string | null;
					created_at?: string;
					family_id?: string;
					goal_id?: string | null;
					id?: string;
					municipality_id?: string | null;
					offer_id?: string;
					reason?: string | null;
					said_at?: string | null;
					state?: Database['public']['Enums']['offer_state'];
					suggested_by?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'family_offer_about_id_fkey';
						columns: ['about_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'family_offer_answered_by_fkey';
						columns: ['answered_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'family_offer_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'family_offer_suggested_by_fkey';
						columns: ['suggested_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'offer_is_for_a_goal_of_the_family';
						columns: ['goal_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'goal';
						referencedColumns: ['id', 'family_id'];
					},
					{
						foreignKeyName: 'offer_is_of_the_same_municipality';
						columns: ['offer_id', 'municipality_id'];
						isOneToOne: false;
						referencedRelation: 'offer';
						referencedColumns: ['id', 'municipality_id'];
					},
				];
			};
			goal: {
				Row: {
					about_id: string | null;
					changed_at: string;
					created_at: string;
					created_by: string | null;
					done_at: string | null;
					due_on: string | null;
					family_id: string;
					id: string;
					level: number;
					life_area: Database['public']['Enums']['life_area'] | null;
					made_as: string | null;
					parent_id: string | null;
					plan_id: string | null;
					position: number;
					removed_at: string | null;
					removed_by: string | null;
					revision: number;
					said_at: string | null;
					sign: string | null;
					title: string;
				};
				ComputedFields: never;
				Insert: {
					about_id?: string | null;
					changed_at?: string;
					created_at?: string;
					created_by?: string | null;
					done_at?: string | null;
					due_on?: string | null;
					family_id: string;
					id: string;
					level?: number;
					life_area?: Database['public']['Enums']['life_area'] | null;
					made_as?: string | null;
					parent_id?: string | null;
					plan_id?: string | null;
					position?: number;
					removed_at?: string | null;
					removed_by?: string | null;
					revision?: number;
					said_at?: string | null;
					sign?: string | null;
					title: string;
				};
				Update: {
					about_id?: string | null;
					changed_at?: string;
					created_at?: string;
					created_by?: string | null;
					done_at?: string | null;
					due_on?: string | null;
					family_id?: string;
					id?: string;
					level?: number;
					life_area?: Database['public']['Enums']['life_area'] | null;
					made_as?: string | null;
					parent_id?: string | null;
					plan_id?: string | null;
					position?: number;
					removed_at?: string | null;
					removed_by?: string | null;
					revision?: number;
					said_at?: string | null;
					sign?: string | null;
					title?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'goal_about_id_fkey';
						columns: ['about_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'goal_created_by_fkey';
						columns: ['created_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'goal_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'goal_removed_by_fkey';
						columns: ['removed_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'goal_stands_in_a_plan_of_its_family';
						columns: ['plan_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'plan';
						referencedColumns: ['id', 'family_id'];
					},
					{
						foreignKeyName: 'step_stands_in_the_plan_of_its_goal';
						columns: ['parent_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'goal';
						referencedColumns: ['id', 'family_id'];
					},
				];
			};
			goal_progress: {
				Row: {
					about_id: string | null;
					family_id: string;
					goal_id: string;
					id: string;
					note: string | null;
					noted_at: string;
					noted_by: string | null;
					score: number | null;
				};
				ComputedFields: never;
				Insert: {
					about_id?: string | null;
					family_id: string;
					goal_id: string;
					id: string;
					note?: string | null;
					noted_at?: string;
					noted_by?: string | null;
					score?: number | null;
				};
				Update: {
					about_id?: string | null;
					family_id?: string;
					goal_id?: string;
					id?: string;
					note?: string | null;
					noted_at?: string;
					noted_by?: string | null;
					score?: number | null;
				};
				Relationships: [
					{
						foreignKeyName: 'goal_progress_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'goal_progress_noted_by_fkey';
						columns: ['noted_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'progress_is_about_whom_its_goal_is_about';
						columns: ['goal_id', 'about_id'];
						isOneToOne: false;
						referencedRelation: 'goal';
						referencedColumns: ['id', 'about_id'];
					},
					{
						foreignKeyName: 'progress_stands_in_the_plan_of_its_goal';
						columns: ['goal_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'goal';
						referencedColumns: ['id', 'family_id'];
					},
				];
			};
			goal_wording: {
				Row: {
					about_id: string | null;
					family_id: string;
					goal_id: string;
					number: number;
					said_at: string;
					said_by: string | null;
					voice: Database['public']['Enums']['voice'];
					words: string;
				};
				ComputedFields: never;
				Insert: {
					about_id?: string | null;
					family_id: string;
					goal_id: string;
					number: number;
					said_at: string;
					said_by?: string | null;
					voice: Database['public']['Enums']['voice'];
					words: string;
				};
				Update: {
					about_id?: string | null;
					family_id?: string;
					goal_id?: string;
					number?: number;
					said_at?: string;
					said_by?: string | null;
					voice?: Database['public']['Enums']['voice'];
					words?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'goal_wording_said_by_fkey';
						columns: ['said_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'wording_is_about_whom_its_goal_is_about';
						columns: ['goal_id', 'about_id'];
						isOneToOne: false;
						referencedRelation: 'goal';
						referencedColumns: ['id', 'about_id'];
					},
					{
						foreignKeyName: 'wording_stands_in_the_plan_of_its_goal';
						columns: ['goal_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'goal';
						referencedColumns: ['id', 'family_id'];
					},
				];
			};
			identity: {
				Row: {
					created_at: string;
					person_id: string;
					provider: string;
					subject: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					person_id: string;
					provider: string;
					subject: string;
				};
				Update: {
					created_at?: string;
					person_id?: string;
					provider?: string;
					subject?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'identity_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			invitation: {
				Row: {
					accepted_at: string | null;
					accepted_by: string | null;
					agreed_at: string | null;
					agreed_by: string | null;
					born_on: string | null;
					created_at: string;
					expires_at: string;
					family_id: string | null;
					id: string;
					invited_by: string | null;
					invitee_name: string;
					inviter_left: boolean;
					member_role: Database['public']['Enums']['member_role'] | null;
					municipality_id: string;
					organisation_id: string | null;
					profession: string | null;
					revoked_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					agreed_at?: string | null;
					agreed_by?: string | null;
					born_on?: string | null;
					created_at?: string;
					expires_at?: string;
					family_id?: string | null;
					id: string;
					invited_by?: string | null;
					invitee_name: string;
					inviter_left?: boolean;
					member_role?: Database['public']['Enums']['member_role'] | null;
					municipality_id: string;
					organisation_id?: string | null;
					profession?: string | null;
					revoked_at?: string | null;
				};
				Update: {
					accepted_at?: string | null;
					accepted_by?: string | null;
					agreed_at?: string | null;
					agreed_by?: string | null;
					born_on?: string | null;
					created_at?: string;
					expires_at?: string;
					family_id?: string | null;
					id?: string;
					invited_by?: string | null;
					invitee_name?: string;
					inviter_left?: boolean;
					member_role?: Database['public']['Enums']['member_role'] | null;
					municipality_id?: string;
					organisation_id?: string | null;
					profession?: string | null;
					revoked_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'invitation_accepted_by_fkey';
						columns: ['accepted_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'invitation_agreed_by_fkey';
						columns: ['agreed_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'invitation_into_a_family_of_the_municipality';
						columns: ['family_id', 'municipality_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id', 'municipality_id'];
					},
					{
						foreignKeyName: 'invitation_into_an_organisation_of_the_municipality';
						columns: ['organisation_id', 'municipality_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id', 'municipality_id'];
					},
					{
						foreignKeyName: 'invitation_invited_by_fkey';
						columns: ['invited_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'invitation_municipality_id_fkey';
						columns: ['municipality_id'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['id'];
					},
				];
			};
			job: {
				Row: {
					helps_with: string;
					id: string;
					is_project_lead: boolean;
					left_at: string | null;
					municipality_id: string;
					organisation_id: string;
					person_id: string;
					profession: string;
					revision: number;
					started_at: string;
				};
				ComputedFields: never;
				Insert: {
					helps_with?: string;
					id: string;
					is_project_lead?: boolean;
					left_at?: string | null;
					municipality_id: string;
					organisation_id: string;
					person_id: string;
					profession: string;
					revision?: number;
					started_at?: string;
				};
				Update: {
					helps_with?: string;
					id?: string;
					is_project_lead?: boolean;
					left_at?: string | null;
					municipality_id?: string;
					organisation_id?: string;
					person_id?: string;
					profession?: string;
					revision?: number;
					started_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'job_is_where_its_organisation_is';
						columns: ['organisation_id', 'municipality_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id', 'municipality_id'];
					},
					{
						foreignKeyName: 'job_municipality_id_fkey';
						columns: ['municipality_id'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'job_organisation_id_fkey';
						columns: ['organisation_id'];
						isOneToOne: false;
						referencedRelation: 'organisation';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'job_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			meeting: {
				Row: {
					about_id: string | null;
					cancelled_at: string | null;
					cancelled_by: string | null;
					created_at: string;
					ends_at: string;
					family_id: string;
					held_again: number | null;
					id: string;
					kind: Database['public']['Enums']['meeting_kind'];
					made_as: string | null;
					moved_from: string | null;
					place_moved_at: string | null;
					proposed_by: string | null;
					purpose: string;
					revision: number;
					starts_at: string;
				};
				ComputedFields: never;
				Insert: {
					about_id?: string | null;
					cancelled_at?: string | null;
					cancelled_by?: string | null;
					created_at?: string;
					ends_at: string;
					family_id: string;
					held_again?: number | null;
					id: string;
					kind?: Database['public']['Enums']['meeting_kind'];
					made_as?: string | null;
					moved_from?: string | null;
					place_moved_at?: string | null;
					proposed_by?: string | null;
					purpose: string;
					revision?: number;
					starts_at: string;
				};
				Update: {
					about_id?: string | null;
					cancelled_at?: string | null;
					cancelled_by?: string | null;
					created_at?: string;
					ends_at?: string;
					family_id?: string;
					held_again?: number | null;
					id?: string;
					kind?: Database['public']['Enums']['meeting_kind'];
					made_as?: string | null;
					moved_from?: string | null;
					place_moved_at?: string | null;
					proposed_by?: string | null;
					purpose?: string;
					revision?: number;
					starts_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'meeting_about_id_fkey';
						columns: ['about_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meeting_cancelled_by_fkey';
						columns: ['cancelled_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meeting_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'meeting_proposed_by_fkey';
						columns: ['proposed_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			meeting_attendee: {
				Row: {
					answer: Database['public']['Enums']['attendance_answer'] | null;
					answered_at: string | null;
					family_id: string;
					from_other_home: boolean;
					id: string;
					meeting_id: string;
					person_id: string | null;
					place: string | null;
					profession: string | null;
					reason: string | null;
					said_at: string | null;
					said_before_leaving: Database['public']['Enums']['attendance_answer'] | null;
					sees_home: boolean;
				};
				ComputedFields: never;
				Insert: {
					answer?: Database['public']['Enums']['attendance_answer'] | null;
					answered_at?: string | null;
					family_id: string;
					from_other_home?: boolean;
					id?: string;
					meeting_id: string;
					person_id?: string | null;
					place?: string | null;
					profession?: string | null;
					reason?: string | null;
					said_at?: string | null;
					said_before_leaving?: Database['public']['Enums']['attendance_answer'] | null;
					sees_home?: boolean;
				};
				Update: {
					answer?: Database['public']['Enums']['attendance_answer'] | null;
					answered_at?: string | null;
					family_id?: string;
					from_other_home?: boolean;
					id?: string;
					meeting_id?: string;
					person_id?: string | null;
					place?: string | null;
					profession?: string | null;
					reason?: string | null;
					said_at?: string | null;
					said_before_leaving?: Database['public']['Enums']['attendance_answer'] | null;
					sees_home?: boolean;
				};
				Relationships: [
					{
						foreignKeyName: 'attendee_belongs_to_its_meeting';
						columns: ['meeting_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'meeting';
						referencedColumns: ['id', 'family_id'];
					},
					{
						foreignKeyName: 'meeting_attendee_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			meeting_place: {
				Row: {
					family_id: string;
					is_home: boolean;
					link: string | null;
					meeting_id: string;
					place: string | null;
				};
				ComputedFields: never;
				Insert: {
					family_id: string;
					is_home?: boolean;
					link?: string | null;
					meeting_id: string;
					place?: string | null;
				};
				Update: {
					family_id?: string;
					is_home?: boolean;
					link?: string | null;
					meeting_id?: string;
					place?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'place_belongs_to_its_meeting';
						columns: ['meeting_id', 'family_id'];
						isOneToOne: true;
						referencedRelation: 'meeting';
						referencedColumns: ['id', 'family_id'];
					},
				];
			};
			member: {
				Row: {
					family_id: string;
					id: string;
					invitation_id: string | null;
					joined_at: string;
					left_at: string | null;
					person_id: string;
					role: Database['public']['Enums']['member_role'];
					stage: Database['public']['Enums']['life_stage'] | null;
				};
				ComputedFields: 'stage';
				Insert: {
					family_id: string;
					id: string;
					invitation_id?: string | null;
					joined_at?: string;
					left_at?: string | null;
					person_id: string;
					role: Database['public']['Enums']['member_role'];
				};
				Update: {
					family_id?: string;
					id?: string;
					invitation_id?: string | null;
					joined_at?: string;
					left_at?: string | null;
					person_id?: string;
					role?: Database['public']['Enums']['member_role'];
				};
				Relationships: [
					{
						foreignKeyName: 'member_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'member_joined_by_an_invitation_into_the_family';
						columns: ['invitation_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'invitation';
						referencedColumns: ['id', 'family_id'];
					},
					{
						foreignKeyName: 'member_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			municipality: {
				Row: {
					created_at: string;
					duty_phone: string | null;
					id: string;
					name: string;
					phone: string | null;
					phone_hours: string | null;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					duty_phone?: string | null;
					id: string;
					name: string;
					phone?: string | null;
					phone_hours?: string | null;
				};
				Update: {
					created_at?: string;
					duty_phone?: string | null;
					id?: string;
					name?: string;
					phone?: string | null;
					phone_hours?: string | null;
				};
				Relationships: [];
			};
			municipality_notice: {
				Row: {
					controller: string | null;
					email: string | null;
					kept_for: string | null;
					legal_basis: string | null;
					municipality_id: string;
					not_accessible: string | null;
					phone: string | null;
					protection_officer: string | null;
					purpose: string | null;
					recipients: string | null;
					reviewed_on: string | null;
					statement_url: string | null;
					status: Database['public']['Enums']['accessibility_status'] | null;
					valid_from: string;
				};
				ComputedFields: never;
				Insert: {
					controller?: string | null;
					email?: string | null;
					kept_for?: string | null;
					legal_basis?: string | null;
					municipality_id: string;
					not_accessible?: string | null;
					phone?: string | null;
					protection_officer?: string | null;
					purpose?: string | null;
					recipients?: string | null;
					reviewed_on?: string | null;
					statement_url?: string | null;
					status?: Database['public']['Enums']['accessibility_status'] | null;
					valid_from: string;
				};
				Update: {
					controller?: string | null;
					email?: string | null;
					kept_for?: string | null;
					legal_basis?: string | null;
					municipality_id?: string;
					not_accessible?: string | null;
					phone?: string | null;
					protection_officer?: string | null;
					purpose?: string | null;
					recipients?: string | null;
					reviewed_on?: string | null;
					statement_url?: string | null;
					status?: Database['public']['Enums']['accessibility_status'] | null;
					valid_from?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'municipality_notice_municipality_id_fkey';
						columns: ['municipality_id'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['id'];
					},
				];
			};
			offer: {
				Row: {
					age_from: number;
					age_to: number;
					contact: string;
					created_at: string;
					description: string;
					id: string;
					life_areas: Database['public']['Enums']['life_area'][];
					made_as: string | null;
					municipality_id: string;
					place: string;
					price: string | null;
					provider: string;
					provider_kind: Database['public']['Enums']['provider_kind'];
					retired_at: string | null;
					revision: number;
					title: string;
					verified_on: string;
				};
				ComputedFields: never;
				Insert: {
					age_from?: number;
					age_to?: number;
					contact: string;
					created_at?: string;
					description: string;
					id: string;
					life_areas?: Database['public']['Enums']['life_area'][];
					made_as?: string | null;
					municipality_id: string;
					place: string;
					price?: string | null;
					provider: string;
					provider_kind: Database['public']['Enums']['provider_kind'];
					retired_at?: string | null;
					revision?: number;
					title: string;
					verified_on?: string;
				};
				Update: {
					age_from?: number;
					age_to?: number;
					contact?: string;
					created_at?: string;
					description?: string;
					id?: string;
					life_areas?: Database['public']['Enums']['life_area'][];
					made_as?: string | null;
					municipality_id?: string;
					place?: string;
					price?: string | null;
					provider?: string;
					provider_kind?: Database['public']['Enums']['provider_kind'];
					retired_at?: string | null;
					revision?: number;
					title?: string;
					verified_on?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'offer_municipality_id_fkey';
						columns: ['municipality_id'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['id'];
					},
				];
			};
			organisation: {
				Row: {
					id: string;
					kind: Database['public']['Enums']['organisation_kind'];
					municipality_id: string;
					name: string;
					revision: number;
				};
				ComputedFields: never;
				Insert: {
					id: string;
					kind: Database['public']['Enums']['organisation_kind'];
					municipality_id: string;
					name: string;
					revision?: number;
				};
				Update: {
					id?: string;
					kind?: Database['public']['Enums']['organisation_kind'];
					municipality_id?: string;
					name?: string;
					revision?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'organisation_municipality_id_fkey';
						columns: ['municipality_id'];
						isOneToOne: false;
						referencedRelation: 'municipality';
						referencedColumns: ['id'];
					},
				];
			};
			person: {
				Row: {
					created_at: string;
					id: string;
					name: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					id: string;
					name: string;
				};
				Update: {
					created_at?: string;
					id?: string;
					name?: string;
				};
				Relationships: [];
			};
			plan: {
				Row: {
					begun_at: string;
					ended_at: string | null;
					family_id: string;
					id: string;
				};
				ComputedFields: never;
				Insert: {
					begun_at?: string;
					ended_at?: string | null;
					family_id: string;
					id?: string;
				};
				Update: {
					begun_at?: string;
					ended_at?: string | null;
					family_id?: string;
					id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'plan_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
				];
			};
			plan_version: {
				Row: {
					agreed_at: string;
					agreed_by: string | null;
					family_id: string;
					id: string;
					made_as: string | null;
					meeting_id: string | null;
					number: number;
					plan_id: string;
				};
				ComputedFields: never;
				Insert: {
					agreed_at?: string;
					agreed_by?: string | null;
					family_id: string;
					id: string;
					made_as?: string | null;
					meeting_id?: string | null;
					number: number;
					plan_id: string;
				};
				Update: {
					agreed_at?: string;
					agreed_by?: string | null;
					family_id?: string;
					id?: string;
					made_as?: string | null;
					meeting_id?: string | null;
					number?: number;
					plan_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'plan_version_agreed_by_fkey';
						columns: ['agreed_by'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'version_agreed_at_a_meeting_of_the_family';
						columns: ['meeting_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'meeting';
						referencedColumns: ['id', 'family_id'];
					},
					{
						foreignKeyName: 'version_of_a_plan_of_the_family';
						columns: ['plan_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'plan';
						referencedColumns: ['id', 'family_id'];
					},
				];
			};
			plan_version_goal: {
				Row: {
					done_at: string | null;
					due_on: string | null;
					family_id: string;
					goal_id: string;
					life_area: Database['public']['Enums']['life_area'] | null;
					position: number;
					sign: string | null;
					version_id: string;
					wording: number;
				};
				ComputedFields: never;
				Insert: {
					done_at?: string | null;
					due_on?: string | null;
					family_id: string;
					goal_id: string;
					life_area?: Database['public']['Enums']['life_area'] | null;
					position: number;
					sign?: string | null;
					version_id: string;
					wording: number;
				};
				Update: {
					done_at?: string | null;
					due_on?: string | null;
					family_id?: string;
					goal_id?: string;
					life_area?: Database['public']['Enums']['life_area'] | null;
					position?: number;
					sign?: string | null;
					version_id?: string;
					wording?: number;
				};
				Relationships: [
					{
						foreignKeyName: 'agreed_with_a_wording_of_the_goal';
						columns: ['goal_id', 'wording', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'goal_wording';
						referencedColumns: ['goal_id', 'number', 'family_id'];
					},
					{
						foreignKeyName: 'goal_of_a_version_of_the_family';
						columns: ['version_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'plan_version';
						referencedColumns: ['id', 'family_id'];
					},
				];
			};
			plan_version_person: {
				Row: {
					family_id: string;
					id: string;
					person_id: string | null;
					version_id: string;
					voice: Database['public']['Enums']['voice'];
				};
				ComputedFields: never;
				Insert: {
					family_id: string;
					id?: string;
					person_id?: string | null;
					version_id: string;
					voice: Database['public']['Enums']['voice'];
				};
				Update: {
					family_id?: string;
					id?: string;
					person_id?: string | null;
					version_id?: string;
					voice?: Database['public']['Enums']['voice'];
				};
				Relationships: [
					{
						foreignKeyName: 'person_at_a_version_of_the_family';
						columns: ['version_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'plan_version';
						referencedColumns: ['id', 'family_id'];
					},
					{
						foreignKeyName: 'plan_version_person_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			plan_version_yes: {
				Row: {
					family_id: string;
					id: string;
					person_id: string | null;
					said_at: string;
					version_id: string;
				};
				ComputedFields: never;
				Insert: {
					family_id: string;
					id?: string;
					person_id?: string | null;
					said_at?: string;
					version_id: string;
				};
				Update: {
					family_id?: string;
					id?: string;
					person_id?: string | null;
					said_at?: string;
					version_id?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'plan_version_yes_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'yes_to_a_version_of_the_family';
						columns: ['version_id', 'family_id'];
						isOneToOne: false;
						referencedRelation: 'plan_version';
						referencedColumns: ['id', 'family_id'];
					},
				];
			};
			plan_visit: {
				Row: {
					family_id: string;
					person_id: string;
					since: string | null;
					visited_at: string;
				};
				ComputedFields: never;
				Insert: {
					family_id: string;
					person_id: string;
					since?: string | null;
					visited_at?: string;
				};
				Update: {
					family_id?: string;
					person_id?: string;
					since?: string | null;
					visited_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'plan_visit_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'plan_visit_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			rating: {
				Row: {
					answers: number[];
					id: string;
					person_id: string;
					rated_at: string;
					received_at: string;
					scale_id: string | null;
					score: number;
					topic: Database['public']['Enums']['rating_topic'];
				};
				ComputedFields: never;
				Insert: {
					answers: number[];
					id: string;
					person_id: string;
					rated_at?: string;
					received_at?: string;
					scale_id?: string | null;
					score?: never;
					topic: Database['public']['Enums']['rating_topic'];
				};
				Update: {
					answers?: number[];
					id?: string;
					person_id?: string;
					rated_at?: string;
					received_at?: string;
					scale_id?: string | null;
					score?: never;
					topic?: Database['public']['Enums']['rating_topic'];
				};
				Relationships: [
					{
						foreignKeyName: 'rating_on_own_scale';
						columns: ['scale_id', 'person_id'];
						isOneToOne: false;
						referencedRelation: 'scale';
						referencedColumns: ['id', 'person_id'];
					},
					{
						foreignKeyName: 'rating_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			rating_draft: {
				Row: {
					answered_at: string[];
					answers: number[];
					changed_at: string;
					person_id: string;
					scale_id: string | null;
					topic: Database['public']['Enums']['rating_topic'];
				};
				ComputedFields: never;
				Insert: {
					answered_at?: string[];
					answers: number[];
					changed_at?: string;
					person_id: string;
					scale_id?: string | null;
					topic: Database['public']['Enums']['rating_topic'];
				};
				Update: {
					answered_at?: string[];
					answers?: number[];
					changed_at?: string;
					person_id?: string;
					scale_id?: string | null;
					topic?: Database['public']['Enums']['rating_topic'];
				};
				Relationships: [
					{
						foreignKeyName: 'draft_on_own_scale';
						columns: ['scale_id', 'person_id'];
						isOneToOne: false;
						referencedRelation: 'scale';
						referencedColumns: ['id', 'person_id'];
					},
					{
						foreignKeyName: 'rating_draft_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			scale: {
				Row: {
					created_at: string;
					high_words: string;
					id: string;
					kind: Database['public']['Enums']['scale_kind'];
					low_words: string;
					name: string;
					person_id: string;
					retired_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					high_words: string;
					id: string;
					kind: Database['public']['Enums']['scale_kind'];
					low_words: string;
					name: string;
					person_id: string;
					retired_at?: string | null;
				};
				Update: {
					created_at?: string;
					high_words?: string;
					id?: string;
					kind?: Database['public']['Enums']['scale_kind'];
					low_words?: string;
					name?: string;
					person_id?: string;
					retired_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'scale_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			session: {
				Row: {
					created_at: string;
					device: string;
					expires_at: string;
					id: string;
					idle_limit: string;
					own_device: boolean;
					person_id: string;
					seen_at: string;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					device?: string;
					expires_at: string;
					id?: string;
					idle_limit: string;
					own_device: boolean;
					person_id: string;
					seen_at?: string;
				};
				Update: {
					created_at?: string;
					device?: string;
					expires_at?: string;
					id?: string;
					idle_limit?: string;
					own_device?: boolean;
					person_id?: string;
					seen_at?: string;
				};
				Relationships: [
					{
						foreignKeyName: 'session_person_id_fkey';
						columns: ['person_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			share: {
				Row: {
					created_at: string;
					ended_as: Database['public']['Enums']['share_end'] | null;
					id: string;
					owner_id: string;
					profession: string | null;
					professional_id: string;
					topic: Database['public']['Enums']['rating_topic'];
					valid_until: string;
					withdrawn_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					created_at?: string;
					ended_as?: Database['public']['Enums']['share_end'] | null;
					id: string;
					owner_id: string;
					profession?: string | null;
					professional_id: string;
					topic: Database['public']['Enums']['rating_topic'];
					valid_until: string;
					withdrawn_at?: string | null;
				};
				Update: {
					created_at?: string;
					ended_as?: Database['public']['Enums']['share_end'] | null;
					id?: string;
					owner_id?: string;
					profession?: string | null;
					professional_id?: string;
					topic?: Database['public']['Enums']['rating_topic'];
					valid_until?: string;
					withdrawn_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'share_owner_id_fkey';
						columns: ['owner_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'share_professional_id_fkey';
						columns: ['professional_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
			team_member: {
				Row: {
					family_id: string;
					id: string;
					job_id: string;
					joined_at: string;
					left_at: string | null;
					place: string | null;
					profession: string | null;
					professional_id: string;
					unwanted_at: string | null;
				};
				ComputedFields: never;
				Insert: {
					family_id: string;
					id: string;
					job_id: string;
					joined_at?: string;
					left_at?: string | null;
					place?: string | null;
					profession?: string | null;
					professional_id: string;
					unwanted_at?: string | null;
				};
				Update: {
					family_id?: string;
					id?: string;
					job_id?: string;
					joined_at?: string;
					left_at?: string | null;
					place?: string | null;
					profession?: string | null;
					professional_id?: string;
					unwanted_at?: string | null;
				};
				Relationships: [
					{
						foreignKeyName: 'team_member_by_a_job';
						columns: ['job_id', 'professional_id'];
						isOneToOne: false;
						referencedRelation: 'job';
						referencedColumns: ['id', 'person_id'];
					},
					{
						foreignKeyName: 'team_member_family_id_fkey';
						columns: ['family_id'];
						isOneToOne: false;
						referencedRelation: 'family';
						referencedColumns: ['id'];
					},
					{
						foreignKeyName: 'team_member_professional_id_fkey';
						columns: ['professional_id'];
						isOneToOne: false;
						referencedRelation: 'person';
						referencedColumns: ['id'];
					},
				];
			};
		};
		Views: {
			[_ in never]: never;
		};
		Functions: {
			about_has_left: {
				Args: {
					offer: Omit<
						Database['public']['Tables']['family_offer']['Row'],
						Database['public']['Tables']['family_offer']['ComputedFields']
					>;
				};
				Returns: boolean;
			};
			accept_invitation: { Args: { code_hash: string; provider: string; subject: string }; Returns: string };
			accept_invitation_as_me: { Args: { code_hash: string }; Returns: undefined };
			accept_invitation_for: { Args: { child: string; code_hash: string }; Returns: undefined };
			accept_invitation_for_new_child: { Args: { code_hash: string }; Returns: undefined };
			agree_plan: {
				Args: { as_read: string; family: string; meeting?: string; present: string[]; version: string };
				Returns: undefined;
			};
			agree_to_invitation: { Args: { invitation: string }; Returns: undefined };
			answer_coordinator_choice: {
				Args: { accept: boolean; choice: string; message?: string };
				Returns: undefined;
			};
			answer_meeting: {
				Args: {
					answer: Database['public']['Enums']['attendance_answer'];
					meeting: string;
					person: string;
					revision: number;
				};
				Returns: undefined;
			};
			answer_place: {
				Args: {
					answer: Database['public']['Enums']['enrolment_answer'];
					answered_on: string;
					enrolment: string;
				};
				Returns: undefined;
			};
			arrivals: {
				Args: Record<PropertyKey, never>;
				Returns: {
					agreed_name: string;
					by_name: string;
					by_themselves: boolean;
					elsewhere: string;
					event_id: string;
					family_id: string;
					happened_at: string;
					i_agreed: boolean;
					is_me: boolean;
					is_parent_elsewhere: boolean;
					kind: Database['public']['Enums']['family_event_kind'];
					may_refuse: boolean;
					member_role: Database['public']['Enums']['member_role'];
					name: string;
					name_now: string;
					place_id: string;
					profession: string;
					reason: Database['public']['Enums']['leaving_reason'];
					refuse_until: string;
					shown_at: string;
					was_first: boolean;
					was_here_until: string;
				}[];
			};
			askable_elsewhere: {
				Args: { family: string };
				Returns: {
					child_id: string;
					name: string;
					person_id: string;
				}[];
			};
			asked_no_more: {
				Args: { meetings: string[] };
				Returns: {
					meeting_id: string;
					people: string[];
				}[];
			};
			cancellations: {
				Args: Record<PropertyKey, never>;
				Returns: {
					at_work: boolean;
					by_id: string;
					by_name: string;
					cancelled_at: string;
					family_id: string;
					is_asked: boolean;
					meeting_id: string;
					starts_at: string;
				}[];
			};
			choose_coordinator: {
				Args: {
					as_what?: string;
					drawn_coordinator?: string;
					drawn_place?: string;
					family: string;
					id: string;
					professional: string;
					stop_current?: boolean;
				};
				Returns: undefined;
			};
			clashes: {
				Args: { meeting: string };
				Returns: {
					ends_at: string;
					person_id: string;
					source: Database['public']['Enums']['occupation'];
					source_id: string;
					starts_at: string;
				}[];
			};
			coordinators: {
				Args: { families: string[] };
				Returns: {
					family_id: string;
					professional_id: string;
					since: string;
				}[];
			};
			correct_birth: {
				Args: {
					born_on: string;
					family: string;
					known_born_on?: string;
					name: string;
					role: Database['public']['Enums']['member_role'];
				};
				Returns: undefined;
			};
			drop_draft: {
				Args: { scale?: string; topic: Database['public']['Enums']['rating_topic'] };
				Returns: boolean;
			};
			end_coordinator_choice: { Args: { choice: string; only_question?: boolean }; Returns: undefined };
			end_enrolment: { Args: { ended_on: string; enrolment: string }; Returns: undefined };
			end_job: { Args: { job: string }; Returns: boolean };
			ended_for_me: {
				Args: Record<PropertyKey, never>;
				Returns: {
					ended_on: string;
					family_id: string;
					meetings: number;
					name: string;
				}[];
			};
			enrol_again: {
				Args: { family: string; id: string; tier?: Database['public']['Enums']['tier']; visited_on: string };
				Returns: undefined;
			};
			enrol_family: {
				Args: {
					id: string;
					municipality: string;
					name: string;
					tier?: Database['public']['Enums']['tier'];
					visited_on: string;
				};
				Returns: undefined;
			};
			enrolled_on: {
				Args: {
					family: Omit<
						Database['public']['Tables']['family']['Row'],
						Database['public']['Tables']['family']['ComputedFields']
					>;
				};
				Returns: string;
			};
			find_families: {
				Args: { municipality: string; part: string };
				Returns: {
					created_at: string;
					id: string;
					municipality_id: string;
					name: string;
					sorts_as: string | null;
				}[];
				SetofOptions: {
					from: '*';
					to: 'family';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			find_identity: { Args: { provider: string; subject: string }; Returns: string };
			give_job: {
				Args: { id: string; organisation: string; person: string; profession: string };
				Returns: undefined;
			};
			goal_branch: {
				Args: { goal: string };
				Returns: {
					about_id: string | null;
					changed_at: string;
					created_at: string;
					created_by: string | null;
					done_at: string | null;
					due_on: string | null;
					family_id: string;
					id: string;
					level: number;
					life_area: Database['public']['Enums']['life_area'] | null;
					made_as: string | null;
					parent_id: string | null;
					plan_id: string | null;
					position: number;
					removed_at: string | null;
					removed_by: string | null;
					revision: number;
					said_at: string | null;
					sign: string | null;
					title: string;
				}[];
				SetofOptions: {
					from: '*';
					to: 'goal';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			gone_lately: {
				Args: { family: string };
				Returns: {
					id: string;
					left_at: string;
					name: string;
				}[];
			};
			invitation_and_me: {
				Args: { code_hash: string };
				Returns: {
					in_another_name: string[];
					is_not_for: string[];
					waits_for_me: boolean;
					waits_for_my_parent: boolean;
				}[];
			};
			invitations_ending_with_job: { Args: { job: string }; Returns: boolean };
			invitations_ending_with_place: { Args: { team_member: string }; Returns: boolean };
			invitations_open: {
				Args: { invitations: string[] };
				Returns: {
					age: number;
					invitation_id: string;
					stage: Database['public']['Enums']['life_stage'];
					waits: boolean;
				}[];
			};
			invitations_that_wait: {
				Args: { families: string[]; most: number; skip: number };
				Returns: {
					invitation_id: string;
					of_all: number;
				}[];
			};
			invite_member: {
				Args: {
					born_on?: string;
					code_hash: string;
					family: string;
					id: string;
					name: string;
					role: Database['public']['Enums']['member_role'];
				};
				Returns: undefined;
			};
			invite_professional: {
				Args: { code_hash: string; id: string; name: string; organisation: string; profession: string };
				Returns: undefined;
			};
			keep_draft_answer: {
				Args: {
					answer: number;
					answered?: string;
					question: number;
					scale?: string;
					topic: Database['public']['Enums']['rating_topic'];
				};
				Returns: number[];
			};
			last_enrolments: {
				Args: { families: string[] };
				Returns: {
					ended_on: string;
					enrolled_on: string;
					family_id: string;
				}[];
			};
			latest_ratings: {
				Args: { each: number; since?: string };
				Returns: {
					answers: number[];
					id: string;
					person_id: string;
					rated_at: string;
					received_at: string;
					scale_id: string | null;
					score: number;
					topic: Database['public']['Enums']['rating_topic'];
				}[];
				SetofOptions: {
					from: '*';
					to: 'rating';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			leave_family: { Args: { family?: string; member: string }; Returns: undefined };
			leave_team: { Args: { team_member: string }; Returns: undefined };
			leavings: {
				Args: Record<PropertyKey, never>;
				Returns: {
					as_child: boolean;
					by_name: string;
					event_id: string;
					family_id: string;
					family_name: string;
					is_seen: boolean;
					left_at: string;
					reason: Database['public']['Enums']['leaving_reason'];
				}[];
			};
			meetings_without: {
				Args: { places: string[] };
				Returns: {
					alone: number;
					meetings: number;
					place_id: string;
				}[];
			};
			move_goal: { Args: { goal: string; past?: string; up: boolean }; Returns: undefined };
			move_meeting: {
				Args: {
					drawn_from: number;
					drawn_shows?: string[];
					ends_at: string;
					id: string;
					is_home?: boolean;
					link?: string;
					place?: string;
					shows?: string[];
					starts_at: string;
				};
				Returns: Database['public']['Enums']['meeting_change'];
			};
			next_goals: {
				Args: { families: string[] };
				Returns: {
					about_has_left: boolean;
					due_on: string;
					family_id: string;
					id: string;
					life_area: Database['public']['Enums']['life_area'];
					step: string;
					title: string;
				}[];
			};
			offer_place: {
				Args: { drawn_from?: string; enrolment: string; offered_on: string };
				Returns: undefined;
			};
			offer_places: { Args: { within?: string[] }; Returns: string[] };
			open_invitation: { Args: { code_hash: string }; Returns: Json };
			open_shared_ratings: { Args: { before?: string; before_id?: string; family: string }; Returns: string };
			plan_as_agreed: {
				Args: { version: string };
				Returns: {
					about_id: string;
					done_at: string;
					due_on: string;
					family_id: string;
					id: string;
					level: number;
					life_area: Database['public']['Enums']['life_area'];
					parent_id: string;
					position: number;
					sign: string;
					title: string;
				}[];
			};
			plan_as_read: { Args: { family: string }; Returns: string };
			plan_differences: {
				Args: { most: number; skip: number; version: string };
				Returns: {
					about_id: string;
					area_now: Database['public']['Enums']['life_area'];
					area_then: Database['public']['Enums']['life_area'];
					done_at: string;
					due_now: string;
					due_then: string;
					goal_id: string;
					level: number;
					of_all: number;
					sign_now: string;
					sign_then: string;
					since: string;
					what: Database['public']['Enums']['plan_difference'];
					words_now: string;
					words_then: string;
				}[];
			};
			plan_goals: {
				Args: { family: string };
				Returns: {
					about_id: string | null;
					changed_at: string;
					created_at: string;
					created_by: string | null;
					done_at: string | null;
					due_on: string | null;
					family_id: string;
					id: string;
					level: number;
					life_area: Database['public']['Enums']['life_area'] | null;
					made_as: string | null;
					parent_id: string | null;
					plan_id: string | null;
					position: number;
					removed_at: string | null;
					removed_by: string | null;
					revision: number;
					said_at: string | null;
					sign: string | null;
					title: string;
				}[];
				SetofOptions: {
					from: '*';
					to: 'goal';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			plan_news: {
				Args: { by_name: boolean; most: number; part: string; skip: number };
				Returns: {
					family_id: string;
					goals: number;
					is_empty: boolean;
					latest: string;
					of_all: number;
					visited_at: string;
				}[];
			};
			plan_since_agreed: {
				Args: { families: string[] };
				Returns: {
					changed: number;
					family_id: string;
					version_id: string;
					walked: number;
				}[];
			};
			preview_share: {
				Args: { shared_topic: Database['public']['Enums']['rating_topic'] };
				Returns: {
					answers: number[];
					high_words: string;
					low_words: string;
					of_all: number;
					owner_id: string;
					place: number;
					rated_at: string;
					rating_id: string;
					scale_name: string;
					score: number;
					topic: Database['public']['Enums']['rating_topic'];
				}[];
			};
			propose_meeting: {
				Args: {
					about?: string;
					ends_at: string;
					family: string;
					id: string;
					is_home?: boolean;
					kind: Database['public']['Enums']['meeting_kind'];
					link?: string;
					made_as?: string;
					people: string[];
					place?: string;
					purpose: string;
					reasons: string[];
					starts_at: string;
				};
				Returns: undefined;
			};
			put_out: { Args: { member: string }; Returns: boolean };
			read_elsewhere: {
				Args: { families: string[] };
				Returns: {
					family_id: string;
					person_id: string;
				}[];
			};
			read_notice: { Args: { municipality: string }; Returns: Json };
			read_shared_ratings: {
				Args: { before?: string; before_id?: string; reading: string };
				Returns: {
					answers: number[];
					high_words: string;
					low_words: string;
					of_all: number;
					owner_id: string;
					place: number;
					rated_at: string;
					rating_id: string;
					scale_name: string;
					score: number;
					topic: Database['public']['Enums']['rating_topic'];
				}[];
			};
			said_before_leaving: {
				Args: { meeting: string };
				Returns: {
					attendee_id: string;
					said: Database['public']['Enums']['attendance_answer'];
					was_gone: boolean;
				}[];
			};
			say_yes_to_plan: { Args: { version: string }; Returns: undefined };
			search_offers: {
				Args: {
					age?: number;
					area?: Database['public']['Enums']['life_area'];
					most?: number;
					skip?: number;
					town?: string;
					within?: string[];
					words?: string;
				};
				Returns: {
					age_from: number;
					age_to: number;
					contact: string;
					created_at: string;
					description: string;
					id: string;
					life_areas: Database['public']['Enums']['life_area'][];
					made_as: string | null;
					municipality_id: string;
					place: string;
					price: string | null;
					provider: string;
					provider_kind: Database['public']['Enums']['provider_kind'];
					retired_at: string | null;
					revision: number;
					title: string;
					verified_on: string;
				}[];
				SetofOptions: {
					from: '*';
					to: 'offer';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			send_away: { Args: { team_member: string }; Returns: undefined };
			session_end: { Args: { secret_hash: string }; Returns: undefined };
			session_read: { Args: { secret_hash: string }; Returns: Json };
			session_start: {
				Args: { device: string; own_device: boolean; person: string; secret_hash: string };
				Returns: undefined;
			};
			sessions_end_all: { Args: { person: string }; Returns: undefined };
			set_tier: {
				Args: {
					drawn_from?: Database['public']['Enums']['tier'];
					enrolment: string;
					from_on: string;
					tier: Database['public']['Enums']['tier'];
				};
				Returns: undefined;
			};
			shares_ending_with_job: {
				Args: { job: string };
				Returns: {
					id: string;
					owner_name: string;
					topic: Database['public']['Enums']['rating_topic'];
				}[];
			};
			shares_ending_with_place: {
				Args: { team_member: string };
				Returns: {
					id: string;
					owner_name: string;
					topic: Database['public']['Enums']['rating_topic'];
				}[];
			};
			spell_offers: { Args: { within?: string[]; words: string }; Returns: string };
			stage: {
				Args: {
					who: Omit<
						Database['public']['Tables']['member']['Row'],
						Database['public']['Tables']['member']['ComputedFields']
					>;
				};
				Returns: Database['public']['Enums']['life_stage'];
			};
			stays_in_this_home: { Args: { goal: string }; Returns: boolean };
			suggestions_to_answer: { Args: Record<PropertyKey, never>; Returns: number };
			take_no_back: { Args: { team_member: string }; Returns: undefined };
			take_out: {
				Args: {
					family: string;
					id: string;
					known_born_on?: string;
					made_as?: string;
					name: string;
					reason: Database['public']['Enums']['leaving_reason'];
					role: Database['public']['Enums']['member_role'];
				};
				Returns: undefined;
			};
			taken_out: {
				Args: { family: string };
				Returns: {
					by_name: string;
					happened_at: string;
					id: string;
					meetings: number;
					name: string;
					reason: Database['public']['Enums']['leaving_reason'];
					role: Database['public']['Enums']['member_role'];
				}[];
			};
			video_links: {
				Args: { meetings: string[] };
				Returns: {
					link: string;
					meeting_id: string;
				}[];
			};
		};
		Enums: {
			accessibility_status: 'fully' | 'partly' | 'not';
			attendance_answer: 'coming' | 'not_coming';
			choice_answer: 'accepted' | 'declined';
			enrolment_answer: 'accepted' | 'declined';
			family_event_kind:
				| 'joined'
				| 'left'
				| 'joined_team'
				| 'left_team'
				| 'new_profession'
				| 'birth_corrected'
				| 'joined_elsewhere'
				| 'left_elsewhere'
				| 'parent_elsewhere'
				| 'parent_left_elsewhere'
				| 'renamed';
			leaving_reason: 'asked_themselves' | 'moved_out' | 'came_by_mistake' | 'decided';
			life_area:
				| 'work_education'
				| 'economy'
				| 'housing'
				| 'health'
				| 'everyday_life'
				| 'leisure'
				| 'leisure_job'
				| 'care'
				| 'school';
			life_stage: 'child' | 'young_person' | 'adult';
			meeting_change: 'time' | 'place' | 'link' | 'home' | 'already' | 'nothing';
			meeting_kind: 'network' | 'pre_meeting' | 'follow_up' | 'other';
			member_role: 'parent' | 'relative' | 'child';
			occupation: 'meeting';
			offer_state: 'suggested' | 'interested' | 'signed_up' | 'started' | 'finished' | 'not_for_us';
			organisation_kind: 'municipality' | 'association' | 'business';
			plan_difference: 'new' | 'taken_off' | 'changed' | 'walked' | 'not_walked';
			provider_kind: 'municipality' | 'association' | 'voluntary' | 'business';
			rating_topic: 'who5' | 'ladder' | 'scale' | 'smiley';
			scale_kind: 'physical' | 'mental';
			share_end: 'withdrawn' | 'replaced' | 'left';
			tier: 'stabilising' | 'normalising' | 'preventive';
			voice: 'family' | 'team';
		};
		CompositeTypes: {
			[_ in never]: never;
		};
	};
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
	DefaultSchemaTableNameOrOptions extends
		keyof (DefaultSchema['Tables'] & DefaultSchema['Views']) | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
				DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
		: never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
			DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
			Row: infer R;
		}
		? R
		: never
	: DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
				Row: infer R;
			}
			? R
			: never
		: never;

export type TablesInsert<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Insert: infer I;
		}
		? I
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Insert: infer I;
			}
			? I
			: never
		: never;

export type TablesUpdate<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Update: infer U;
		}
		? U
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Update: infer U;
			}
			? U
			: never
		: never;

export type Enums<
	DefaultSchemaEnumNameOrOptions extends
		keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
	EnumName extends (DefaultSchemaEnumNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
		: never) = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
	: DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
		? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
		: never;

export type CompositeTypes<
	PublicCompositeTypeNameOrOptions extends
		keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
	CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
		: never) = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
	: PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
		? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
		: never;

export const Constants = {
	public: {
		Enums: {
			accessibility_status: ['fully', 'partly', 'not'],
			attendance_answer: ['coming', 'not_coming'],
			choice_answer: ['accepted', 'declined'],
			enrolment_answer: ['accepted', 'declined'],
			family_event_kind: [
				'joined',
				'left',
				'joined_team',
				'left_team',
				'new_profession',
				'birth_corrected',
				'joined_elsewhere',
				'left_elsewhere',
				'parent_elsewhere',
				'parent_left_elsewhere',
				'renamed',
			],
			leaving_reason: ['asked_themselves', 'moved_out', 'came_by_mistake', 'decided'],
			life_area: [
				'work_education',
				'economy',
				'housing',
				'health',
				'everyday_life',
				'leisure',
				'leisure_job',
				'care',
				'school',
			],
			life_stage: ['child', 'young_person', 'adult'],
			meeting_change: ['time', 'place', 'link', 'home', 'already', 'nothing'],
			meeting_kind: ['network', 'pre_meeting', 'follow_up', 'other'],
			member_role: ['parent', 'relative', 'child'],
			occupation: ['meeting'],
			offer_state: ['suggested', 'interested', 'signed_up', 'started', 'finished', 'not_for_us'],
			organisation_kind: ['municipality', 'association', 'business'],
			plan_difference: ['new', 'taken_off', 'changed', 'walked', 'not_walked'],
			provider_kind: ['municipality', 'association', 'voluntary', 'business'],
			rating_topic: ['who5', 'ladder', 'scale', 'smiley'],
			scale_kind: ['physical', 'mental'],
			share_end: ['withdrawn', 'replaced', 'left'],
			tier: ['stabilising', 'normalising', 'preventive'],
			voice: ['family', 'team'],
		},
	},
} as const;
