import { v7 as newId } from 'uuid';
import { danishDay } from '$lib/i18n/format';
import { enrol } from '$lib/office/commands.server';
import { actionOf } from '$lib/server/action';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ newId: newId(), today: danishDay(locals.now) });

export const actions: Actions = { enrol: actionOf(enrol, { to: ({ id }) => `/office/families/${id}` }) };
