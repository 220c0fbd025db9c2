/**
 * What a handbook is known by: origin and path, with a slash at the end. Its print and its first page lead to the same one.
 * Undefined for anything but a web address.
 */
export function homeAddress(address: string): string | undefined {
	const url = URL.parse(address);
	if (!url || !/^https?:$/.test(url.protocol)) return undefined;
	const folder = url.pathname.replace(/\/(?:handbook\.json|network\.json|index\.html?)$/, '').replace(/\/+$/, '');
	return `${url.origin}${folder}/`;
}

/** An address in its normal form when it stands below a home, which no dots and no name before an @ can pretend. */
export function addressBelow(address: string, home: string): string | undefined {
	const href = URL.parse(address)?.href;
	return href?.startsWith(home) ? href : undefined;
}
