import { actionOf } from '$lib/server/action';
import { propose, type Proposal } from './commands.server';

/**
 * The form action of MeetingForm, the same on the family's page and the coordinator's.
 * @param to where to go when the meeting is called
 */
export const proposing = (to: (meeting: Proposal) => string) => actionOf(propose, { to });
