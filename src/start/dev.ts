/** `npm run dev`: Vite's development server against the embedded Supabase, data under .data/dev. */
import { createServer } from 'vite';
import { startEmbedded } from './embedded.ts';
import { appEnvironment } from './environment.ts';
import { readSettings } from './settings.ts';

const settings = readSettings({ ...process.env, SUPABASE_URL: undefined });
const embedded = await startEmbedded(`${settings.dataDir}/dev`, true);
Object.assign(process.env, appEnvironment(settings, embedded));
const vite = await createServer({ server: { host: settings.host, port: settings.port, strictPort: true } });
await vite.listen();
vite.printUrls();

const stop = async () => {
	await vite.close();
	await embedded.stop();
	process.exit(0);
};
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
