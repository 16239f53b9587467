/** Every command there is: what the outbox receives by name. A room lists its own beside them. */
import { enrolmentCommands } from '$lib/enrolment/commands.server';
import { familyCommands } from '$lib/family/commands.server';
import { invitationCommands } from '$lib/invitation/commands.server';
import { meetingCommands } from '$lib/meetings/commands.server';
import { offerCommands } from '$lib/offers/commands.server';
import { officeCommands } from '$lib/office/commands.server';
import { planCommands } from '$lib/plan/commands.server';
import type { AnyCommand } from '$lib/server/command';
import { groundCommands } from '$lib/server/commands.server';
import { sharingCommands } from '$lib/sharing/commands.server';
import { staffCommands } from '$lib/staff/commands.server';
import { teamCommands } from '$lib/team/commands.server';
import { wellbeingCommands } from '$lib/wellbeing/commands.server';

export const allCommands: readonly AnyCommand[] = [
	...enrolmentCommands,
	...familyCommands,
	...groundCommands,
	...invitationCommands,
	...meetingCommands,
	...offerCommands,
	...officeCommands,
	...planCommands,
	...sharingCommands,
	...staffCommands,
	...teamCommands,
	...wellbeingCommands,
];

/** The commands by name. */
export const commands: ReadonlyMap<string, AnyCommand> = new Map(allCommands.map((one) => [one.name, one]));
