/** Once for a run: the app built, its demo data, and where there is PostgreSQL a database of it to copy. */
import { provideHouses } from '../database/houses.ts';
import prepare from '../e2e/prepare.ts';

export default async function setup() {
	const takeAway = await prepare();
	const stop = await provideHouses();
	return async () => {
		await stop?.();
		takeAway?.();
	};
}
