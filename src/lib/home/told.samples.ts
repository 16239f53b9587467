/** What is new around a family, for the tests of what is told of it. */
export const newcomer = (name: string, memberRole: 'parent' | 'relative' | null, more = {}) => ({
	name,
	kind: memberRole ? ('joined' as const) : ('joined_team' as const),
	profession: memberRole ? null : 'Lærer',
	wasFirst: false,
	mayRefuse: false,
	byName: null,
	byThemselves: false,
	happenedAt: '2026-11-24T10:00:00Z',
	familyId: 'holm',
	isMe: false,
	reason: null,
	iAgreed: false,
	elsewhere: null,
	...more,
});
const nobody = { of: 0, names: [], by: null };
export const nothing = { waiting: nobody, toAgree: [], toChoose: [] };
