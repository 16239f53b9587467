/** The link of a meeting is for whoever is asked to come, also where its place is a home they do not see. */
import { actorNames } from '../actors.ts';
import { idOf } from '../labels.ts';
import { expect, on, type Stage } from '../stage.ts';
import { come, called, leaves, place } from '../../database/rules/other-home.ts';

const links = `select * from video_links(array['@new', '@meeting of the family']::uuid[])`;
const link = 'https://moede.example/1';
const told = [{ meeting_id: idOf('new'), link }];
/** The coordinator asks, so that the home is not shown to the other home. */
async function calledOnVideo(stage: Stage) {
	await called(stage, 'coordinator');
	await stage.as('parent', `update meeting_place set link = '${link}' where meeting_id = '@new'`);
}

on('to whom is asked, and nobody else', async (stage) => {
	await calledOnVideo(stage);
	const asked = ['parent', 'child', 'coordinator', 'other-parent'];
	for (const who of actorNames) {
		if ((await stage.refusal(who, links)) === '42501') continue;
		expect(await stage.as(who, links), who).toEqual(asked.includes(who) ? told : []);
	}
	expect(await stage.refusal('anonymous', links)).toBe('42501');
	expect(await stage.as('other-parent', place)).toEqual([]);
});

on('whatever they answer, until they are asked no more or it is over', async (stage) => {
	await calledOnVideo(stage);
	const sees = () => stage.as('other-parent', links);
	await stage.as('other-parent', come.replace(`'coming'`, `'not_coming'`));
	expect(await sees()).toEqual(told);
	const ends = [
		() => stage.owner(leaves('other parent in other home')),
		() => stage.as('parent', `update meeting set cancelled_at = now() where id = '@new'`),
		() => stage.as('parent', `update meeting_place set link = null where meeting_id = '@new'`),
		() =>
			stage.longAgo(`update meeting set starts_at = now() - interval '2 days',
				ends_at = now() - interval '1 day', created_at = now() - interval '3 days' where id = '@new'`),
	];
	for (const end of ends)
		await stage.takenBack(async () => {
			await end();
			expect(await sees()).toEqual([]);
		});
});
