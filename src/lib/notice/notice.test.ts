import { expect, test } from 'vitest';
import { isIncomplete } from './notice';

const said = {
	controller: 'Egelund Kommune',
	protectionOfficer: 'dpo@egelund.example',
	purpose: 'Jeres plan',
	legalBasis: 'Barnets lov',
	recipients: 'Teamet',
	keptFor: 'Fem år',
};

test('a notice is complete when the municipality has said everything', () => {
	expect(isIncomplete(said)).toBe(false);
	expect(isIncomplete({ ...said, keptFor: null })).toBe(true);
});
