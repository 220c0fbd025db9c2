import { defineConfig } from 'astro/config';
import { handbook } from 'sporeprint';
export default defineConfig({ integrations: [handbook()] });
