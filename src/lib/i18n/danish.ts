// The Danish texts are the originals; their keys are the type of every key in the code.
import agreed from './locales/da/agreed.json';
import birth from './locales/da/birth.json';
import calling from './locales/da/calling.json';
import common from './locales/da/common.json';
import elsewhere from './locales/da/elsewhere.json';
import enrolment from './locales/da/enrolment.json';
import family from './locales/da/family.json';
import held from './locales/da/held.json';
import home from './locales/da/home.json';
import invitation from './locales/da/invitation.json';
import leaving from './locales/da/leaving.json';
import meetings from './locales/da/meetings.json';
import moving from './locales/da/moving.json';
import offers from './locales/da/offers.json';
import occupied from './locales/da/occupied.json';
import office from './locales/da/office.json';
import open from './locales/da/open.json';
import outbox from './locales/da/outbox.json';
import parting from './locales/da/parting.json';
import plan from './locales/da/plan.json';
import seldom from './locales/da/seldom.json';
import sharing from './locales/da/sharing.json';
import staff from './locales/da/staff.json';
import team from './locales/da/team.json';
import wellbeing from './locales/da/wellbeing.json';

export default {
	agreed,
	birth,
	calling,
	common,
	elsewhere,
	enrolment,
	family,
	held,
	home,
	invitation,
	leaving,
	meetings,
	moving,
	occupied,
	offers,
	office,
	outbox,
	open,
	parting,
	plan,
	seldom,
	sharing,
	staff,
	team,
	wellbeing,
};
