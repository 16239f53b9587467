/** `npm run check`: what can be said about the code without running the app's tests, and that every word is there. */
import { checks } from './checks.ts';
import { runSteps, tool } from './steps.ts';

const words = { name: 'message keys', command: tool('vitest', 'run', '--project', 'unit', 'src/lib/i18n') };
process.exit((await runSteps([...checks, words])) ? 0 : 1);
