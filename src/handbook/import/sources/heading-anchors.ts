import { slug } from 'github-slugger';
import { toString as textOf } from 'mdast-util-to-string';
import { codeLines, type Line } from '../lines.js';
import { parseMarkdown } from '../parse-markdown.js';
import type { Rewriting } from '../rewriting.js';

/** A heading that names its own id, taken apart. */
interface NamedHeading {
	heading: string;
	/** Undefined when only its looks were named. */
	id: string | undefined;
}

const gitbookAnchor = /\s*<a\s+(?:href="#[^"]*"\s+)?id="([^"\s]+)">\s*<\/a>\s*$/;

/** Gives a heading the id that mdBook's `## Words {#id}` names, as an anchor. Classes and other attributes only changed how it looked. */
export const mdbookHeadingIds: Rewriting = anchoring('heading id', (text) => {
	if (!/\}\s*$/.test(text) || !text.includes('{')) return undefined;
	const at = text.lastIndexOf('{');
	const attributes = text.slice(at + 1).replace(/\}\s*$/, '');
	if (
		!/[#.]/.test(attributes) ||
		!attributes
			.trim()
			.split(/\s+/)
			.every((each) => /^(?:[#.][\w:-]+|[\w:-]+=\S*)$/.test(each))
	)
		return undefined;
	return { heading: text.slice(0, at).trimEnd(), id: /#([\w:-]+)/.exec(attributes)?.[1] };
});

/** The same for GitBook's `## Words <a href="#id" id="id"></a>`. */
export const gitbookHeadingIds: Rewriting = anchoring('heading id', (text) => {
	const found = text.includes('<a') ? gitbookAnchor.exec(text.slice(text.lastIndexOf('<a') - 1)) : null;
	return found ? { heading: text.slice(0, text.lastIndexOf('<a')).trimEnd(), id: found[1] } : undefined;
});

/** Puts an anchor where a heading names another id than its words give. The title that opens a text goes to the page, so its anchor stands below it. */
function anchoring(notation: string, partsOf: (text: string) => NamedHeading | undefined): Rewriting {
	return (lines, { became }) => {
		const isNamed = ({ text }: Line): boolean => /^ {0,3}#{1,6}\s/.test(text) && partsOf(text) !== undefined;
		if (!lines.some(isNamed)) return lines;
		const inCode = codeLines(lines);
		const opening = lines.findIndex(({ text }) => text.trim() !== '');
		return lines.flatMap((line, index): Line[] => {
			const named = !inCode[index] && isNamed(line) ? partsOf(line.text) : undefined;
			if (!named) return [line];
			became(notation);
			const { heading, id } = named;
			if (id === undefined || id === slug(textOf(parseMarkdown(heading), { includeHtml: false }))) return [{ ...line, text: heading }];
			if (index !== opening) return [{ ...line, text: `${heading} <a id="${id}"></a>` }];
			const empty = { ...line, text: '' };
			return [{ ...line, text: heading }, empty, { ...line, text: `<a id="${id}"></a>` }, ...(lines[index + 1]?.text.trim() === '' ? [] : [empty])];
		});
	};
}
