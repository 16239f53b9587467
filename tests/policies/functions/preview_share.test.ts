/** "This is what the teacher sees": my own answers, exactly as read_shared_ratings shows them. */
import { expect, idOf, on } from '../stage.ts';
import { opened } from './opening.ts';

const preview = (topic: string) => `select * from preview_share('${topic}')`;

on('anybody who is signed in, and only their own', async ({ allowed, as }) => {
	const signedIn = await allowed(preview('who5'));
	expect(signedIn).not.toContain('anonymous');
	expect(signedIn).not.toContain('session-keeper');
	expect(signedIn).not.toContain('service-key');
	expect(signedIn).toHaveLength(14);
	for (const who of signedIn) {
		const owners = new Set((await as(who, preview('who5'))).map((row) => row.owner_id));
		owners.delete(idOf(who));
		expect([...owners], who).toEqual([]);
	}
});

on('the same rows and columns as the reader gets', async (stage) => {
	const previewed = await stage.as('young-person', preview('ladder'));
	const reading = await opened(stage, 'teacher');
	const read = await stage.as('teacher', `select * from read_shared_ratings('${reading}')`);
	expect(previewed).toEqual(read);
	expect(previewed).toHaveLength(1);
});

on('one topic shows nothing of another', async ({ as }) => {
	const topics = (await as('parent', preview('scale'))).map((row) => row.topic);
	expect(topics).toEqual(['scale']);
});
