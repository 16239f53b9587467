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

export type Persona = (typeof personas)[number];

/** Vouches for whoever you say you are. Only ever asked in demo mode. */
export const demoProvider: IdentityProvider = {
	name: 'demo',
	verify: async (form) => {
		const subject = personas.find((persona) => persona === form.get('persona'));
		return subject ? { provider: 'demo', subject } : null;
	},
};
