/** An address as a reader says it: host and path, without protocol and query. */
export function readableAddress(address: string): string {
	const url = URL.parse(address);
	if (!url) return address;
	const path = url.pathname.replace(/\/$/, '');
	return (url.host || url.protocol) + path;
}
