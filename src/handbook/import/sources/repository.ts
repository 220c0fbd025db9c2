/** The repository's web address, from an address within it such as mdBook's `edit-url-template`. */
export function repositoryOf(address: string | undefined): string | undefined {
	if (address === undefined) return undefined;
	const repository = address.replace(/\/(?:-\/)?(?:_?edit|blob|tree|raw|src)\/.*$/s, '').replace(/(?:\.git)?\/*$/, '');
	const url = URL.parse(repository);
	return url && /^https?:$/.test(url.protocol) && /^\/[^/{}]+\/[^{}]+$/.test(decodeURI(url.pathname)) ? repository : undefined;
}
