/** `npm run walk`: the whole walk (walk.test.ts), of which `npm test` walks a part. `-- --seed 2`: another part. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { tool } from '../steps.ts';

const { values } = parseArgs({ options: { seed: { type: 'string' } } });
const { status } = spawnSync(process.execPath, tool('vitest', 'run', '--project', 'walk'), {
	stdio: 'inherit',
	env: { ...process.env, ...(values.seed ? { WALK_SEED: values.seed } : { WALK: 'all' }) },
});
process.exit(status ?? 1);
