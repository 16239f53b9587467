/** Once for the whole run: the app is built, if its sources have changed, and the demo data seeded. */
export { default } from '../e2e/global-setup.ts';
