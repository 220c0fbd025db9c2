import { readPercentSigns } from '../../lib/percent-signs.js';

/** The path that a browser asks `astro dev` for, below the site's base. Vite has taken the base away where it was asked for. */
export function pathBelow(base: string, address = '/'): string {
	const { pathname } = new URL(address, 'http://localhost');
	return readPercentSigns(pathname.startsWith(base) ? pathname.slice(base.length) : pathname.slice(1));
}
