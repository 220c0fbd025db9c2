/** The settings or facts of a program as data: whatever stands in the file. */
export type Settings = Readonly<Record<string, unknown>>;

/** True for names with values. */
export function isSettings(value: unknown): value is Settings {
	return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Names with values; none where something else stands. */
export function settingsOf(value: unknown): Settings {
	return isSettings(value) ? value : {};
}

/** Words that are no list, no date and not empty. */
export function wordOf(value: unknown): string | undefined {
	const text = typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
	return text === '' ? undefined : text;
}

/** A list of words; words alone are a list of one. */
export function wordsIn(value: unknown): string[] {
	return (Array.isArray(value) ? value : [value]).flatMap((item) => wordOf(item) ?? []);
}

/** The web address of a site, ending with `/`; undefined for anything else. */
export function homeOf(address: string | undefined): string | undefined {
	const url = address === undefined ? null : URL.parse(address);
	if (!url || !/^https?:$/.test(url.protocol) || url.hostname === 'localhost') return undefined;
	return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
}

/** A path inside the source; undefined for one that would lead out of it. */
export function innerPath(path: string): string | undefined {
	const parts = path
		.replace(/\\/g, '/')
		.split('/')
		.filter((part) => part !== '' && part !== '.');
	return parts.includes('..') ? undefined : parts.join('/');
}

/** The day that a date names: `2020-05-03`. */
export function dayOf(value: unknown): string | undefined {
	return /^\d{4}-\d{2}-\d{2}/.exec(value instanceof Date ? value.toISOString() : String(value ?? ''))?.[0];
}
