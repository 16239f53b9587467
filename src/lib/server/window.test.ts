import { isRedirect } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { windowAt } from './window';

/** Where an address leads that asks for what is beyond the end of a list. */
function leads(address: string, ...of: [name?: string, further?: string[]]) {
	try {
		return windowAt(new URL(address, 'https://plan.example'), 20, ...of).beyond!();
	} catch (led) {
		return isRedirect(led) ? led.location : led;
	}
}

test.each([
	['/sharing/log?more=900', [], '/sharing/log'],
	['/offers?words=bold+og+leg&more=900&over=40', [], '/offers?words=bold+og+leg&over=40'],
	['/offers?more=40&over=900', ['over'], '/offers?more=40'],
	['/meetings?after=7&more=900&ahead=80', ['more', ['after']], '/meetings?ahead=80'],
	['/team?/revoke&more-7=900', ['more-7'], '/team'],
] as const)('beyond the end of a list %s leads to where it begins', (address, [name, further], where) => {
	expect(leads(address, name, further && [...further])).toBe(where);
});
