/**
 * Who may not write somewhere learns nothing by trying: whether the row that is named exists or is made up, the answer
 * has the same code, the same rule and the same words.
 */
import { expect, on, type Stage } from '../policies/stage.ts';
import type { ActorName } from '../policies/actors.ts';
import { references } from './references.ts';

const answerTo = async ({ answer }: Stage, who: ActorName, sql: string, id: string) => {
	const given = await answer(who, sql.replaceAll(':id', `'@${id}'`));
	return given && { code: given.code, rule: given.constraint, words: given.message };
};

for (const [name, { sql, existing, by }] of Object.entries(references)) {
	on(`${name}: a row that is there and one that is made up`, async (stage) => {
		for (const who of by) {
			const madeUp = await answerTo(stage, who, sql, 'nothing that is there');
			expect(madeUp, `${who}: refused`).not.toBeNull();
			for (const row of existing)
				expect(await answerTo(stage, who, sql, row), `${who}: ${row}`).toEqual(madeUp);
		}
	});
}
