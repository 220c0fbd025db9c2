/** A page's address in the one form in which pages are compared: no query, no `index.html`, a slash at the end. */
export function pageAddress(address: string): string {
	const url = URL.parse(address);
	if (!url) return address;
	const path = url.pathname.replace(/\/index\.html?$/, '/').replace(/\.html?$/, '');
	return `${url.origin}${path.replace(/\/*$/, '/')}`;
}
