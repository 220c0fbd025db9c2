import { defineConfig } from 'astro/config';
import { handbook } from 'sporeprint';

// `dist/` is the package; the handbook's own site goes beside it.
export default defineConfig({ integrations: [handbook()], outDir: './site' });
