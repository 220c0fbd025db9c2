/** An address with one slash at its end: that of a folder. */
export function withSlash(address: string): string {
	return address.replace(/\/*$/, '/');
}
