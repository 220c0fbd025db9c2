/** Address of a licence's text: Creative Commons' own, or the SPDX list's. Undefined for expressions of several. */
export function licenceLink(licence: string): string | undefined {
	if (licence === 'CC0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
	const [, kind, version] = /^CC-(BY(?:-NC|-ND|-SA)*)-(\d\.\d)$/.exec(licence) ?? [];
	if (kind && version) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
	return /^[A-Za-z0-9.+-]+$/.test(licence) ? `https://spdx.org/licenses/${licence}.html` : undefined;
}

/** What a licence asks, as a key of the strings that say so. */
export function licenceAsks(licence: string): 'licenceFree' | 'licenceShare' | 'licenceCredit' | 'licenceOther' {
	if (/^(CC0-1\.0|0BSD|Unlicense)$/.test(licence)) return 'licenceFree';
	if (/^CC-BY-SA-/.test(licence)) return 'licenceShare';
	if (/^CC-BY-\d/.test(licence)) return 'licenceCredit';
	return 'licenceOther';
}
