/** What is fetched for when there is no network: one after the other, of who is here. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fetchMissing, fetchWhatIsKept } from './fetching';
import { anew, kept } from './keeping.stand-in';
import { answerAll, onASlowNetwork, paths, seconds, underWay, wholeOf } from './slow-network.stand-in';

vi.mock('./keeping', () => import('./keeping.stand-in'));

onASlowNetwork();
beforeEach(() => {
	anew();
	kept.session = 'here';
	kept.pages = new Set(['/plan', '/me', '/more', '/team']);
});
const whole = wholeOf('here');

test('what another version has kept is fetched too', async () => {
	kept.pages = new Set(['/home', '/plan', '/meetings', '/wellbeing', '/team', '/offers', '/me']);
	kept.elsewhere = ['/home', '/plan/0199'];
	void fetchMissing();
	const asked: string[] = [];
	for (let pass = 0; pass < 20; pass += 1) {
		asked.push(...paths());
		answerAll(whole);
		await seconds(1);
	}
	expect(asked).toContain('/plan/0199/__data.json');
	expect(asked).not.toContain('/home/__data.json');
});
test('all that the version before keeps comes with the new one', async () => {
	kept.pages = new Set(['/plan']);
	kept.elsewhere = ['/home', '/plan', '/plan/0199'];
	let isDone = false;
	const done = fetchWhatIsKept().then(() => (isDone = true));
	for (const path of ['/home', '/plan/0199']) {
		await seconds(0);
		expect([isDone, ...paths()]).toEqual([false, `${path}/__data.json`]);
		underWay()[0]!.answer(whole);
	}
	await done;
	expect(kept).toMatchObject({ begun: ['amira-da-1'], put: ['/home', '/plan/0199'] });
});
test('or that stays, when the network goes meanwhile', async () => {
	kept.elsewhere = ['/home', '/offers'];
	const done = expect(fetchWhatIsKept()).rejects.toThrow('no network');
	await seconds(0);
	underWay()[0]!.answer(whole);
	await seconds(26);
	await done;
});
test('and where nothing is kept nothing is asked for', async () => {
	await fetchWhatIsKept();
	expect([...kept.begun, ...paths()]).toEqual([]);
});
test('who comes in while it is fetched for somebody else has all of it too', async () => {
	kept.session = 'amira';
	kept.pages = new Set();
	void fetchMissing();
	for (let pass = 0; pass < 20; pass += 1) {
		await seconds(1);
		answerAll(whole);
		await seconds(0);
		if (pass === 1) {
			// The first two were of somebody who is not here any more.
			expect(kept.put).toEqual([]);
			kept.session = 'here';
			void fetchMissing();
		}
	}
	expect(kept.put).toEqual(expect.arrayContaining(['/home', '/plan', '/meetings']));
});
test('what everybody should have is fetched one after the other, and each is ended', async () => {
	void fetchMissing();
	void fetchMissing();
	await seconds(0);
	expect(paths()).toEqual(['/home/__data.json']);
	await seconds(25);
	expect(paths()).toEqual(['/meetings/__data.json']);
	await seconds(25 * 12);
	expect(paths()).toEqual([]);
});
