import type { Stage } from '../policies/stage.ts';

/** The family takes part no more. */
export const end = ({ as }: Stage) =>
	as('project-lead', `select end_enrolment('@enrolment', private.today())`);
