/** Makes the demo data of a run (E2E_FOLDER, of shareData), which the tests of the running app begin with otherwise. */
import prepare from './prepare.ts';

await prepare();
