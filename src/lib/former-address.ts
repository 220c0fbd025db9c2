/** Characters that no file on any common computer may have in its name, or that mean something in an address. */
const unfit = /[\u0000-\u001f\u007f<>:"|?*#%\\]/;

/** A page's file within another, or one that every site has. */
const notAPage = /\.html?\/|(?:^|\/)(?:index|404)\.html?$/i;

/** True for a path at which a page may have stood, without slashes at its ends, percent signs undone: `guides/first-day`, `Guides/First day.html`. */
export function isFormerAddress(text: string): boolean {
	return text !== '' && !unfit.test(text) && text.split('/').every((part) => part !== '' && !/^[.\s]|[.\s]$/.test(part)) && !notAPage.test(text);
}

/** True for the address of a file, where others are those of folders. */
export function isFileAddress(address: string): boolean {
	return address.endsWith('.html');
}
