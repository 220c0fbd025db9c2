/** A spore print seen from above: gills around a stem, in the accent's hue. */
export function iconText(hue: number): string {
	const gills = Array.from({ length: 16 }, (_, index) => `<path d="M32 25V7" transform="rotate(${index * 22.5} 32 32)"/>`).join('');
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><g fill="none" stroke="hsl(${hue} 55% 40%)" stroke-width="4" stroke-linecap="round"><circle cx="32" cy="32" r="3"/>${gills}</g></svg>`;
}
