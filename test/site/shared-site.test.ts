import { expect, test } from 'vitest';
import { currentSite, shareSite } from '../../src/site/shared-site.js';
import { miniSite } from './mini-site.js';

test('pages outside of a build say what is missing; in a build they have the site that is shared', () => {
	expect(() => currentSite()).toThrow('Add handbook() or network() to the integrations in astro.config.mjs.');
	const site = miniSite({});
	shareSite(() => site);
	expect(currentSite()).toBe(site);
});
