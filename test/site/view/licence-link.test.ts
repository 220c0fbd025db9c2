import { expect, test } from 'vitest';
import { licenceAsks, licenceLink } from '../../../src/site/view/licence-link.js';

test.each([
	['CC0-1.0', 'https://creativecommons.org/publicdomain/zero/1.0/', 'licenceFree'],
	['CC-BY-SA-4.0', 'https://creativecommons.org/licenses/by-sa/4.0/', 'licenceShare'],
	['CC-BY-4.0', 'https://creativecommons.org/licenses/by/4.0/', 'licenceCredit'],
	['CC-BY-NC-ND-3.0', 'https://creativecommons.org/licenses/by-nc-nd/3.0/', 'licenceOther'],
	['MIT', 'https://spdx.org/licenses/MIT.html', 'licenceOther'],
	['MIT OR Apache-2.0', undefined, 'licenceOther'],
	['LicenseRef-ours', 'https://spdx.org/licenses/LicenseRef-ours.html', 'licenceOther'],
] as const)('%s is read at %s', (licence, link, asks) => {
	expect([licenceLink(licence), licenceAsks(licence)]).toEqual([link, asks]);
});
