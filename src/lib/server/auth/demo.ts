import type { IdentityProvider } from './identity';

/** The demo's people, in the order of the sign-in page. */
export const personas = [
	'parent',
	'young-person',
	'child',
	'other-parent',
	'coordinator',
	'teacher',
	'job-adviser',
	'project-lead',
	'stranger-parent',
	'stranger-coordinator',
] as const;

/**
 * Vouches for whoever you say you are, and for whoever comes with an invitation as somebody nobody has seen before.
 * Only ever asked in demo mode.
 */
export const demoProvider: IdentityProvider = {
	name: 'demo',
	verify: async (form, invitation) => {
		if (invitation) return { provider: 'demo', subject: `invited-${invitation}` };
		const subject = personas.find((persona) => persona === form.get('persona'));
		return subject ? { provider: 'demo', subject } : null;
	},
};
