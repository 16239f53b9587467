/** What is pressed rather than written: taken back, thrown away, ended, answered. Once; the second time it says so, or has the same receipt. */
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { undoIn } from '../house.ts';
import { offer } from '../../walk/samples.ts';
import { family, hanne, mette, pia, piaInTeam, volunteers, type Sending } from './sending.ts';

const id = (tail: string) => `01990000-0000-7000-8000-0000000000${tail}`;

/** On the server of forms.test.ts, and after what is made there. */
export function pressedOnce({ sent }: Sending): void {
	test('an answer is taken back once; the second time says so', async () => {
		const fields = { id: id('e1'), topic: 'ladder', scale: '', answers: '4' };
		expect(await sent('parent', '/wellbeing/ladder/answer?/send', fields)).toMatchObject({
			type: 'redirect',
		});
		expect(await sent('parent', '/wellbeing?/takeBack', { id: fields.id })).toMatchObject({
			type: 'redirect',
		});
		const again = await sent('parent', '/wellbeing?/takeBack', { id: fields.id });
		expect(again).toMatchObject({ type: 'failure', status: 409 });
		expect(again.data).toContain('wellbeing:error.takenBack');
	});

	test('what was begun is thrown away once; thrown away or sent, there is nothing, and the answer stands', async () => {
		const page = '/wellbeing/ladder/answer';
		const begin = () => sent('parent', `${page}?/keep`, { question: '1', answer: '7' });
		const drop = () => sent('parent', `${page}?/drop`, { _form: 'drop' });
		const nothing = {
			type: 'failure',
			status: 409,
			data: expect.stringContaining('wellbeing:error.noDraft'),
		};
		expect(await begin()).toMatchObject({ type: 'redirect' });
		expect(await drop()).toMatchObject({ type: 'redirect', location: '/wellbeing' });
		expect(await drop()).toMatchObject(nothing);

		expect(await begin()).toMatchObject({ type: 'redirect' });
		const answer = { id: v7(), topic: 'ladder', scale: '', answers: '7' };
		expect(await sent('parent', `${page}?/send`, answer)).toMatchObject({ type: 'redirect' });
		expect(await drop()).toMatchObject(nothing);
		expect(await sent('parent', '/wellbeing?/takeBack', { id: answer.id })).toMatchObject({
			type: 'redirect',
		});
	});

	test('an offer that is off the list is saved there, and nobody is told that families find it', async () => {
		const made = { ...offer, title: 'Skak', id: v7() };
		expect(await sent('project-lead', '/office/offers/new?/save', made)).toMatchObject({ type: 'redirect' });
		const told = async (path: string, fields: Record<string, string>) => {
			const jar = new Map<string, string>();
			expect(await sent('project-lead', path, fields, jar)).toMatchObject({ type: 'redirect' });
			const [left] = jar.get('receipt')!.split('.');
			return JSON.parse(Buffer.from(left!, 'base64url').toString()) as { text: string; undo?: object };
		};
		const receipt = async () =>
			(await told(`/office/offers/${made.id}?/save`, { ...made, drawnFrom: '0', place: 'Havnen' })).text;
		const checked = async () => (await told('/office/offers?/verify', { id: made.id })).text;
		const retired = () => told('/office/offers?/retire', { id: made.id });
		expect(await receipt()).toBe('office:receipt.offerSaved');
		expect(await checked()).toBe('office:receipt.offerChecked');
		expect(await retired()).toHaveProperty('undo');
		expect(await receipt()).toBe('office:receipt.offerSavedAside');
		expect(await checked()).toBe('office:receipt.offerSavedAside');
		// It was off the list, and whoever took it off puts it back.
		const again = await retired();
		expect(again.text).toBe('office:receipt.offerRetired');
		expect(again).not.toHaveProperty('undo');
	});

	test('a job is given once and ends once; the same again has the same receipt', async () => {
		const job = v7();
		const page = `/office/colleagues/${pia}`;
		const given = { id: job, organisation: volunteers, profession: 'Mentor' };
		expect(await sent('project-lead', `${page}?/give`, given)).toMatchObject({ type: 'redirect' });
		expect(await sent('project-lead', `${page}?/give`, given)).toMatchObject({ type: 'redirect' });
		const other = await sent('project-lead', `${page}?/give`, { ...given, profession: 'Træner' });
		expect(other).toMatchObject({ type: 'failure', status: 409 });
		expect(other.data).toContain('common:error.madeAlready');
		const second = await sent('project-lead', `${page}?/give`, { ...given, id: v7() });
		expect(second.data).toContain('office:error.worksThere');
		const ended = { type: 'redirect', location: page };
		expect(await sent('project-lead', `${page}/${job}?/end`, {})).toMatchObject(ended);
		expect(await sent('project-lead', `${page}/${job}?/end`, {})).toMatchObject(ended);
		expect(await sent('project-lead', `${page}/${v7()}?/end`, {})).toMatchObject({ type: 'failure' });
	});

	for (const [what, path, fields] of [
		['a scale that is none', '/wellbeing/scales?/retire', { id: id('e2') }],
		['a goal that is none', '/plan?/move', { id: id('e2'), direction: 'up', past: id('e4') }],
		[
			'a sharing that is over',
			`/sharing/${id('e3')}/stop?/withdraw&topic=ladder`,
			{ professional: id('e3'), topic: 'ladder' },
		],
	] as const) {
		test(`${what} has no receipt`, async () => {
			expect(await sent('parent', path, fields)).toMatchObject({ type: 'failure' });
		});
	}

	// Last, for with it the coordinator of above is another one.
	test('a question is answered, and somebody taken out of a team, once; the same again has the same receipt', async () => {
		const choice = v7();
		const asked = {
			id: choice,
			professional: pia,
			place: piaInTeam,
			profession: 'Jobkonsulent',
			coordinator: mette,
			family,
			present: 'goesOn',
		};
		const chosen = await sent('parent', `/team/coordinator/${pia}`, asked);
		expect(chosen).toMatchObject({ type: 'redirect' });
		const question = `/families/questions/${choice}?/answer`;
		const yes = { answer: 'yes', message: 'Gerne' };
		expect(await sent('job-adviser', question, yes)).toMatchObject({ type: 'redirect' });
		expect(await sent('job-adviser', question, yes)).toMatchObject({ type: 'redirect' });
		expect(await sent('job-adviser', question, { ...yes, answer: 'no' })).toMatchObject({ type: 'failure' });
		expect(await sent('job-adviser', question, { ...yes, message: '' })).toMatchObject({ type: 'failure' });

		const place = v7();
		const page = `/office/families/${family}`;
		const joined = await sent('project-lead', `${page}?/join`, { id: place, family, job: hanne });
		expect(joined).toMatchObject({ type: 'redirect' });
		expect(await sent('project-lead', `${page}?/leave`, { id: place })).toMatchObject({ type: 'redirect' });
		expect(await sent('project-lead', `${page}?/leave`, { id: place })).toMatchObject({ type: 'redirect' });
		expect(await sent('project-lead', `${page}?/leave`, { id: v7() })).toMatchObject({ type: 'failure' });
	});

	test('who is in the team again is not told of as out of it, by whoever presses once more', async () => {
		const page = `/office/families/${family}`;
		const join = (id: string) => sent('project-lead', `${page}?/join`, { id, family, job: hanne });
		const [first, second] = [v7(), v7()];
		expect(await join(first)).toMatchObject({ type: 'redirect' });
		expect(await sent('project-lead', `${page}?/leave`, { id: first })).toMatchObject({ type: 'redirect' });
		expect(await join(second)).toMatchObject({ type: 'redirect' });
		const again = await sent('project-lead', `${page}?/leave`, { id: first });
		expect(again).toMatchObject({ type: 'failure' });
		expect(again.data).toContain('office:error.inTeamAgain');
		expect(await sent('project-lead', `${page}?/leave`, { id: second })).toMatchObject({ type: 'redirect' });
	});

	test('a step is not back on the plan while its goal is off it', async () => {
		const [whole, step] = [v7(), v7()];
		await sent('parent', '/plan?/add', { id: whole, family, title: 'Ud i naturen' });
		await sent('parent', `/plan/${whole}?/add`, { id: step, family, parent: whole, title: 'Finde en skov' });
		const off = new Map<string, string>();
		for (const id of [step, whole]) {
			const jar = new Map<string, string>();
			await sent('parent', `/plan/${id}?/remove`, { id, drawnFrom: '0' }, jar);
			off.set(id, undoIn(jar.get('receipt')!).action);
		}
		const restore = (id: string) => sent('parent', off.get(id)!, { id });
		const back = await restore(step);
		expect(back).toMatchObject({ type: 'failure' });
		expect(back.data).toContain('plan:error.goalIsOff');
		expect(await restore(whole)).toMatchObject({ type: 'redirect' });
		expect(await restore(step)).toMatchObject({ type: 'redirect' });
		expect(await restore(step), 'the same again').toMatchObject({ type: 'redirect' });
	});
}
