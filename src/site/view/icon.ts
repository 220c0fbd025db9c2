/** A spore print seen from above: gills around a stem, in the accent's hue. */
export function iconText(hue: number): string {
	const gills = Array.from({ length: 16 }, (_, index) => `<path d="M32 25V7" transform="rotate(${index * 22.5} 32 32)"/>`).join('');
	// An image goes by its reader's light or dark itself; the colour is that of the accent there.
	const inDark = `<style>@media(prefers-color-scheme:dark){g{stroke:hsl(${hue} 68% 70%)}}</style>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">${inDark}<g fill="none" stroke="hsl(${hue} 55% 40%)" stroke-width="4" stroke-linecap="round"><circle cx="32" cy="32" r="3"/>${gills}</g></svg>`;
}
