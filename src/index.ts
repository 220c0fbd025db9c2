export { handbook } from './site/integration.js';
export type { HandbookOptions } from './site/options.js';
