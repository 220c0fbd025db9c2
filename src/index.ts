export { handbook } from './site/handbook-integration.js';
export { network } from './site/network-integration.js';
export type { SiteOptions } from './site/options.js';
