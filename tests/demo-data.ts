/** Makes the demo data of a run (E2E_FOLDER, of shareData), which the tests of the running app begin with otherwise. */
import prepare from './e2e/prepare.ts';

await prepare();
