import { codeLines, type Line, outsideCode } from '../lines.js';
import type { RewritingContext } from '../rewriting.js';
import type { HeadingTail } from './heading-ids.js';
import { isBlank } from './indent.js';

const part = String.raw`(?:#[\w.:-]+|\.[\w-]+|[\w:@-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))`;
const list = String.raw`\{:?[^\S\n]*(${part}(?:[^\S\n]+${part})*)[^\S\n]*\}`;
const alone = new RegExp(String.raw`^([\s>]*)${list}\s*$`);
const behindHeading = new RegExp(String.raw`^(.*?)\s*${list}\s*$`);
const behindCode = new RegExp(String.raw`(?<=\x60)${list}`, 'g');
/** Behind a link, an image, emphasis or an icon. */
const behindWords = new RegExp(String.raw`(?<=[)\]*_>:=^~])${list}`, 'g');

/** Takes attribute lists (`{ .class #id width=300 }`) off what they stand behind. An id stays as an anchor, so that links to it go on working. */
export function attributeLists(lines: readonly Line[], { became }: Pick<RewritingContext, 'became'>): Line[] {
	const code = codeLines(lines);
	const out: Line[] = [];
	lines.forEach((line, index) => {
		if (code[index] || !line.text.includes('{')) {
			out.push(line);
			return;
		}
		const [, prefix, attributes] = alone.exec(line.text) ?? [];
		const above = out.at(-1);
		if (attributes !== undefined && above && !isBlank(above)) {
			became('attributes');
			const anchor = anchorOf(attributes);
			if (anchor !== '') out.push({ text: `${prefix}${anchor}`, from: line.from });
			return;
		}
		out.push({ ...line, text: withoutLists(line.text, became) });
	});
	return out;
}

function withoutLists(text: string, became: (notation: string) => void): string {
	const take = (_whole: string, attributes: string): string => {
		became('attributes');
		return anchorOf(attributes);
	};
	// Right behind a backtick it belongs to code that ends there, or is a part of code that begins there.
	const behind = text.replace(behindCode, (whole: string, attributes: string, at: number) => ((text.slice(0, at).match(/`+/g)?.length ?? 0) % 2 === 0 ? take(whole, attributes) : whole));
	return outsideCode(behind, (words) => words.replace(behindWords, take));
}

function anchorOf(attributes: string): string {
	const id = /(?:^|\s)#([\w.:-]+)/.exec(attributes)?.[1] ?? /(?:^|\s)id=["']?([\w.:-]+)/.exec(attributes)?.[1];
	return id === undefined ? '' : `<span id="${id}"></span>`;
}

/** `{ #id .class }` behind the words of a heading. */
export const attributesBehind: HeadingTail = (words) => {
	const [, before, attributes = ''] = behindHeading.exec(words) ?? [];
	return before === undefined ? undefined : { words: before, id: /id="([^"]+)"/.exec(anchorOf(attributes))?.[1] };
};
