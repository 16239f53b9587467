/**
 * What each command is sent with: '@goal' stands for the id of a goal, once one's own and once somebody else's. A
 * command that is not here fails the walk.
 */

/** What an id can be of. `fresh` is one that nothing has yet. */
export type Kind = keyof typeof found | 'fresh';

/** Up to two ids of each kind that belong to a family ($1). */
export const found = {
	family: `select id from family where id = $1`,
	enrolment: `select id from enrolment where family_id = $1 order by visited_on desc`,
	person: `select person_id as id from member where family_id = $1 and left_at is null order by 1`,
	member: `select id from member where family_id = $1 and left_at is null order by id`,
	name: `select name as id from person p join member m on m.person_id = p.id where m.family_id = $1 and m.left_at is null and m.role = 'parent' order by m.id`,
	teamMember: `select id from team_member where family_id = $1 and left_at is null order by id`,
	goal: `select id from goal where family_id = $1 and removed_at is null order by parent_id nulls first, id`,
	version: `select id from plan_version where family_id = $1 order by number desc`,
	planAsRead: `select public.plan_as_read($1) as id`,
	meeting: `select id from meeting where family_id = $1 order by starts_at desc`,
	point: `select id from agenda_point where family_id = $1 order by id`,
	choice: `select id from coordinator_choice where family_id = $1 order by chosen_at desc`,
	invitation: `select id from invitation where family_id = $1 order by id`,
	event: `select id from family_event where family_id = $1 order by id`,
	scale: `select s.id from scale s join member m using (person_id) where m.family_id = $1 order by 1`,
	rating: `select r.id from rating r join member m using (person_id) where m.family_id = $1 order by r.id`,
	session: `select s.id from session s join member m using (person_id) where m.family_id = $1 order by 1`,
	professional: `select professional_id as id from team_member where family_id = $1 and left_at is null order by joined_at, 1`,
	place: `select id from team_member where family_id = $1 and left_at is null order by joined_at, professional_id`,
	profession: `select j.profession as id from team_member t join job j on j.id = t.job_id where t.family_id = $1 and t.left_at is null order by t.joined_at, t.professional_id`,
	coordinator: `select professional_id as id from coordinator_choice where family_id = $1 and answer = 'accepted' and ended_at is null order by 1`,
	job: `select job_id as id from team_member where family_id = $1 and left_at is null order by joined_at, 1`,
	offer: `select o.id from offer o join family f using (municipality_id) where f.id = $1 order by 1`,
	organisation: `select o.id from organisation o join family f using (municipality_id) where f.id = $1 order by 1`,
	municipality: `select municipality_id as id from family where id = $1`,
} as const;

/** These are shared by all families of a municipality, so only another municipality's are somebody else's. */
export const ofMunicipality: Kind[] = [
	'professional',
	'profession',
	'coordinator',
	'job',
	'offer',
	'organisation',
	'municipality',
];

/** A time as the database writes it. */
const past = '2026-01-01T12:00:00+00:00';
const said = { title: 'Ro om aftenen', area: 'health', sign: '', dueOn: '' };
const when = { date: '@june', start: '10:00', end: '11:00', place: 'Biblioteket', link: '' };
export const offer = {
	title: 'Skakklub',
	description: 'Vi spiller skak.',
	provider: 'Skakklubben',
	kind: 'association',
	areas: 'leisure',
	place: 'Nørreby',
	contact: '12 34 56 78',
};
export const scale = { kind: 'mental', name: 'Ro', lowWords: 'Uro', highWords: 'Helt rolig' };
const professional = { name: 'Ny', profession: 'Lærer' };
const member = { name: 'Ny', role: 'relative', bornOn: '' };

type Fields = Record<string, string>;

const written: Record<string, Fields | Fields[]> = {
	'family.rename': { name: 'Et andet navn' },
	'family.correctBirth': { family: '@family', name: '@name', role: 'parent', bornOn: '1985-03-04' },
	'browser.chooseLanguage': { language: 'en', to: '/' },
	'browser.chooseTheme': { theme: 'dark' },
	'auth.signOutDevice': { id: '@session' },
	'invitation.inviteMember': { id: '@fresh', family: '@family', ...member },
	'invitation.inviteProfessional': { id: '@fresh', organisation: '@organisation', ...professional },
	'invitation.agree': { id: '@invitation' },
	'invitation.decline': { id: '@invitation' },
	'invitation.revoke': { id: '@invitation' },
	'invitation.typeCode': { code: 'AAAA-AAAA-AAAA-AAAA' },
	'invitation.accept': { code: 'AAAA-AAAA-AAAA-AAAA', who: 'me', device: 'shared' },
	'meetings.propose': {
		id: '@fresh',
		family: '@family',
		kind: 'other',
		about: '@person',
		purpose: 'Vi ser hinanden',
		...when,
		asked: '@person',
	},
	'meetings.move': { id: '@meeting', drawnFrom: '0', ...when },
	'meetings.answer': { meeting: '@meeting', revision: '0', person: '@person', answer: 'coming' },
	'meetings.addPoint': { id: '@fresh', meeting: '@meeting', family: '@family', wording: 'Et punkt' },
	'meetings.removePoint': { id: '@point' },
	'meetings.restorePoint': { id: '@point', drawnFrom: past },
	'meetings.cancel': { id: '@meeting', revision: '0' },
	'meetings.holdAfterAll': { id: '@meeting', revision: '0' },
	'offers.suggest': {
		id: '@fresh',
		family: '@family',
		offer: '@offer',
		goal: '@goal',
		about: '@person',
		reason: 'Det passer',
	},
	'offers.answer': {
		id: '@fresh',
		family: '@family',
		offer: '@offer',
		about: '@person',
		state: 'interested',
	},
	'offers.tie': { family: '@family', offer: '@offer', about: '@person', goal: '@goal' },
	'catalogue.addOffer': { id: '@fresh', municipality: '@municipality', ...offer },
	'catalogue.editOffer': { id: '@offer', drawnFrom: '0', ...offer },
	'catalogue.verifyOffer': { id: '@offer' },
	'catalogue.retireOffer': { id: '@offer' },
	'catalogue.bringOfferBack': { id: '@offer', drawnFrom: past },
	'enrolment.writeOffer': { id: '@enrolment', on: '2026-01-02' },
	'enrolment.writeAnswer': { id: '@enrolment', answer: 'accepted', on: '2026-01-02' },
	'enrolment.setTier': { id: '@enrolment', tier: 'preventive', on: '2026-01-02' },
	'enrolment.end': { id: '@enrolment', on: '2026-01-02' },
	'enrolment.enrolAgain': { id: '@fresh', family: '@family', visitedOn: '2026-01-02', tier: '' },
	'office.addPlace': { id: '@fresh', name: 'Genbrugsen', kind: 'association' },
	'office.renamePlace': { id: '@organisation', drawnFrom: '0', name: 'Genbrugsen' },
	'office.giveJob': {
		id: '@fresh',
		person: '@professional',
		organisation: '@organisation',
		profession: 'Mentor',
	},
	'office.enrol': { id: '@fresh', name: 'Familien Ny', visitedOn: '2026-01-02', tier: '' },
	'plan.agree': [
		{ id: '@fresh', family: '@family', meeting: '', present: '@person', asRead: '@planAsRead' },
		{
			id: '@fresh',
			family: '@family',
			meeting: '@meeting',
			present: '@person',
			asRead: '@planAsRead',
		},
	],
	'plan.sayYes': { id: '@version' },
	// A step is about whom its goal is about, whatever is said.
	'plan.addGoal': [
		{ id: '@fresh', family: '@family', parent: '@goal', about: '', ...said },
		{ id: '@fresh', family: '@family', parent: '', about: '@person', ...said },
	],
	'plan.editGoal': { id: '@goal', drawnFrom: '0', ...said },
	'plan.moveGoal': { id: '@goal', direction: 'down', past: '@goal' },
	'plan.markDone': { id: '@goal' },
	'plan.markNotDone': { id: '@goal' },
	'plan.noteProgress': { id: '@fresh', goal: '@goal', family: '@family', note: 'Det går', score: '5' },
	'plan.removeGoal': { id: '@goal', drawnFrom: '0' },
	'plan.restoreGoal': { id: '@goal', drawnFrom: past },
	'sharing.share': {
		id: '@fresh',
		professional: '@professional',
		profession: '@profession',
		topic: 'ladder',
		period: '1',
		until: '',
	},
	'sharing.withdraw': { professional: '@professional', topic: 'ladder' },
	'sharing.readShared': { family: '@family', before: '', beforeId: '' },
	'staff.endJob': { job: '@job' },
	'staff.leaveTeam': { id: '@teamMember' },
	'staff.editProfile': { id: '@job', drawnFrom: '0', profession: 'Tryllekunstner', helpsWith: '' },
	'team.fine': { id: '@event' },
	'team.tellAgain': { id: '@event' },
	'team.putOut': { id: '@member' },
	'team.leaveFamily': { id: '@member', family: '@family' },
	'team.sawLeaving': { id: '@event' },
	'team.takeOut': { id: '@fresh', family: '@family', name: '@name', role: 'parent', reason: 'moved_out' },
	'team.sendAway': { id: '@teamMember' },
	'team.takeNoBack': { id: '@teamMember' },
	'team.choose': {
		id: '@fresh',
		family: '@family',
		professional: '@professional',
		place: '@place',
		profession: '@profession',
		coordinator: '@coordinator',
		present: 'goesOn',
	},
	'team.takeBack': { id: '@choice' },
	'team.end': { id: '@choice' },
	'team.answer': { id: '@choice', family: '', answer: 'yes', message: '' },
	'team.join': { id: '@fresh', family: '@family', job: '@job' },
	'team.leave': { id: '@teamMember' },
	'wellbeing.rate': { id: '@fresh', topic: 'scale', scale: '@scale', answers: '4' },
	'wellbeing.takeBack': { id: '@rating' },
	'wellbeing.keepAnswer': { instrument: 'ladder', question: '1', answer: '4' },
	'wellbeing.dropDraft': { instrument: 'ladder' },
	'wellbeing.addScale': { id: '@fresh', ...scale },
	'wellbeing.retireScale': { id: '@scale' },
	'wellbeing.useScale': { id: '@scale' },
};

/** What the page says itself, whatever its form says: somebody else's can only come through the outbox. */
export const saidByThePage: Record<string, string> = { 'catalogue.addOffer': 'municipality' };

/** Each command with what it is sent with, in one way or several. */
export const samples = new Map(
	Object.entries(written).map(([name, fields]) => [name, Array.isArray(fields) ? fields : [fields]]),
);
