/** Undoes the percent signs of an address; undefined where they cannot be, as in `%E0%A4%A`. */
export function undoPercentSigns(address: string): string | undefined {
	try {
		return decodeURIComponent(address);
	} catch {
		return undefined;
	}
}

/** The same, where an address that cannot be read stays as it is. */
export function readPercentSigns(address: string): string {
	return undoPercentSigns(address) ?? address;
}
