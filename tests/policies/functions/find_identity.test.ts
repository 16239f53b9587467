/** The person behind a verified identity. */
import { expect, idOf, on } from '../stage.ts';

const find = (provider: string, subject: string) =>
	`select find_identity('${provider}', '${subject}') as person`;

on('only the session keeper', async ({ allowed }) => {
	expect(await allowed(find('mitid', 'parent'))).toEqual(['session-keeper']);
});

on('by provider and subject together', async ({ as }) => {
	expect(await as('session-keeper', find('mitid', 'parent'))).toEqual([{ person: idOf('parent') }]);
	expect(await as('session-keeper', find('demo', 'parent'))).toEqual([{ person: null }]);
	expect(await as('session-keeper', find('mitid', 'nobody'))).toEqual([{ person: null }]);
});
