/** Rules for paths in the form of a `.gitignore` file. True for a path that they name; the last rule that fits decides. */
export function pathRules(text: string): (path: string) => boolean {
	const rules = text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '' && !line.startsWith('#'))
		.map((line) => {
			const negated = line.startsWith('!');
			const pattern = line.replace(/^!/, '').replace(/\/$/, '');
			const anchored = pattern.includes('/');
			return { negated, parts: [...(anchored ? [] : ['**']), ...pattern.replace(/^\//, '').split('/')] };
		});
	return (path) => rules.reduce((named, { negated, parts }) => (fits(parts, path.split('/')) ? !negated : named), false);
}

/** True when the parts fit the path or a folder that it lies in. Takes time in proportion to both. */
function fits(parts: readonly string[], names: readonly string[]): boolean {
	let reached = new Set([0]);
	const skip = (places: Set<number>): Set<number> => {
		for (const place of places) if (parts[place] === '**') places.add(place + 1);
		return places;
	};
	reached = skip(reached);
	for (const name of names) {
		const next = new Set<number>();
		for (const place of reached) {
			const part = parts[place];
			if (part === '**') next.add(place);
			else if (part !== undefined && fitsName(part, name)) next.add(place + 1);
		}
		reached = skip(next);
		if (reached.has(parts.length)) return true;
	}
	return false;
}

/** `*` stands for any letters, `?` for one. */
function fitsName(pattern: string, name: string): boolean {
	let [at, place, star, from] = [0, 0, -1, 0];
	while (place < name.length) {
		if (at < pattern.length && pattern[at] === '*') {
			star = at;
			from = place;
			at += 1;
		} else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[place])) {
			at += 1;
			place += 1;
		} else if (star >= 0) {
			at = star + 1;
			from += 1;
			place = from;
		} else return false;
	}
	while (pattern[at] === '*') at += 1;
	return at === pattern.length;
}
