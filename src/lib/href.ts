/** The address of an entry or page of a site, whose base begins and ends with `/`. */
export function hrefOfId(base: string, id: string): string {
	return `${base}${id}/`;
}
