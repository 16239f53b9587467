import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest on a fresh checkout, where Vitest does not know it yet. */
const long = [
	'running/fuzz',
	'running/survival',
	'running/start-data',
	'running/start',
	'running/sent',
	'walk/walk',
];

/** Begins with what takes longest: what is short fits beside it, and nothing long is left alone at the end. */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]) {
		const place = ({ moduleId }: TestSpecification) => {
			const found = long.findIndex((name) => moduleId.endsWith(`tests/${name}.test.ts`));
			return found < 0 ? long.length : found;
		};
		return (await super.sort(files)).sort((a, b) => place(a) - place(b));
	}
}
