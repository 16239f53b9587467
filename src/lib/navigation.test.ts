import { expect, test } from 'vitest';
import { placeOf } from './navigation';
import type { SignedIn } from './server/auth/session';

const family = { families: [{ id: 'holm' }], professional: null } as unknown as SignedIn;
const nowhere = { families: [], professional: null } as unknown as SignedIn;
const teacher = { families: [], professional: { is_project_lead: false } } as unknown as SignedIn;
const both = { ...teacher, families: family.families } as SignedIn;

test.each([
	['/plan/agree', family, '/plan'],
	['/plans', family, undefined],
	['/me/devices', family, '/me'],
	['/wellbeing/who5/answer', family, '/me'],
	['/sharing/log', family, '/me'],
	['/team/log', family, '/more'],
	['/enrolment', family, '/more'],
	['/offers', family, '/more'],
	['/language', family, '/more'],
	['/wellbeing', nowhere, '/me'],
	// Who only works here has what is their own under the last place.
	['/me', teacher, '/more'],
	['/families/profile', teacher, '/families'],
	['/families/1/meetings', both, '/families'],
	['/sign-in', family, undefined],
	['/privacy', null, undefined],
])('%s is under a place of theirs', (path, person, place) => {
	expect(placeOf(path, person)).toBe(place);
});
