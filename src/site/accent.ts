import type { Site } from './site.js';

/** The hue that every site begins with, as `styles/tokens.css` has it. */
export const firstAccent = 16;

/** Path of the file with the group's own accent, below the base. */
export const accentPath = 'accent.css';

/** The address of the group's own accent; undefined where it has none. */
export function accentHref({ accent, base }: Pick<Site, 'accent' | 'base'>): string | undefined {
	return accent === firstAccent ? undefined : base + accentPath;
}
