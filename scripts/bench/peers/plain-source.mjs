// The same entries as every other program takes them.

/** Markdown with a title and a description in its front matter, and other facts if given. */
export function plainSource({ title, summary, body }, facts = []) {
	return `---\n${[`title: ${title}`, `description: ${JSON.stringify(summary)}`, ...facts].join('\n')}\n---\n\n${body}\n`;
}

/** The sources of entries by their paths below a folder. */
export function plainSources(folder, entries, sourceOf = plainSource) {
	return Object.fromEntries(entries.map((entry) => [textPath(folder, entry), sourceOf(entry)]));
}

/** Where the texts of entries lie below a folder, and their pages below the site. */
export function plainPlaces(folder, entries) {
	return { texts: entries.map((entry) => textPath(folder, entry)), pages: entries.map(({ id }) => id) };
}

function textPath(folder, { id }) {
	return `${folder}/${id}.md`;
}
