import { defineConfig } from 'astro/config';
import { network } from 'sporeprint';
export default defineConfig({ integrations: [network()] });
