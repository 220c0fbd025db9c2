const allowed = new Set(['https:', 'http:', 'mailto:']);

/** Browsers skip tabs, line ends and controls within an address, and white space before it. */
const skipped = /[\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]/g;

/** What sort of address a link has, read as the most forgiving browser would. */
export function kindOfAddress(address: string): 'fragment' | 'full' | 'relative' | 'refused' {
	const bare = address.replace(skipped, '');
	if (bare === '') return 'refused';
	if (bare.startsWith('#')) return 'fragment';
	const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0].toLowerCase();
	if (scheme !== undefined) return allowed.has(scheme) ? 'full' : 'refused';
	if (/^[\\/]{2}/.test(bare)) return 'relative';
	// Whatever is read as another protocol in spite of that is none of ours.
	return URL.parse(bare, 'https://handbook.example/')?.origin === 'https://handbook.example' ? 'relative' : 'refused';
}
