import { dedented, trimmed } from '../../line-writer.js';
import { type Line, linesOf } from '../../lines.js';
import type { Shortcode, Shown } from './shortcodes.js';

/** A shortcode that a group wrote itself, taken apart: HTML, and what the text gives. */
export type OwnShortcode = readonly ({ html: string } | { inner: true } | { value: string })[];

const innerWords = /^\.Inner(?:\s*\|\s*(?:markdownify|safeHTML|\.Page\.RenderString|\$\.Page\.RenderString|\.RenderString))*$|^(?:\.|\$\.)?(?:Page\.)?RenderString\s+\.Inner$|^markdownify\s+\.Inner$/;

/** Reads a template that holds nothing but HTML, the words between its tags and the values given; undefined for any other. */
export function readOwnShortcode(template: string): OwnShortcode | undefined {
	const clean = template.replace(/\{\{-?\s*\/\*(?:(?!\*\/)[\s\S]){0,5000}\*\/\s*-?\}\}/g, '');
	const parts = clean.split(/\{\{-?((?:(?!\}\}|\{\{)[\s\S]){0,500}?)-?\}\}/).map((part, index) => {
		if (index % 2 === 0) return { html: part };
		const action = part.trim();
		if (innerWords.test(action)) return { inner: true as const };
		const value = /^\.Get\s+(?:"([^"]+)"|`([^`]+)`|(\d+))(?:\s*\|\s*(?:markdownify|safeHTML))*$/.exec(action);
		return value ? { value: value[1] ?? value[2] ?? value[3] ?? '' } : undefined;
	});
	if (parts.some((part) => part === undefined) || /<script|<style|\{\{/i.test(clean.replace(/\{\{[^{}]*\}\}/g, ''))) return undefined;
	return parts.filter((part) => part !== undefined);
}

/** What the readers of the site saw of a shortcode of the group's own; undefined when a value is missing. */
export function showOwn(own: OwnShortcode, { plain, named, inner, from }: Shortcode): Shown {
	const values = own.map((part) => ('value' in part ? (/^\d+$/.test(part.value) ? plain[Number(part.value)] : named[part.value]) : ''));
	if (values.includes(undefined) || (inner === undefined && own.some((part) => 'inner' in part))) return undefined;
	const isBlock = (inner?.length ?? 0) > 1 || own.some((part) => 'html' in part && /<(?:div|p|section|aside|blockquote|ul|ol|table|h\d|details|figure|article)\b/i.test(part.html));
	if (!isBlock) {
		const words = own.map((part, index) => ('html' in part ? part.html : 'inner' in part ? (inner ?? []).map(({ text }) => text).join('\n') : (values[index] ?? ''))).join('');
		return { words: words.replace(/^\s*\n|\s+$/g, '') };
	}
	const htmlLines = (text: string): Line[] => linesOf(text).flatMap((line) => (line.text.trim() === '' ? [] : [{ text: line.text.trim(), from }]));
	const block: Line[] = [];
	let html = '';
	own.forEach((part, index) => {
		if (!('inner' in part)) {
			html += 'html' in part ? part.html : (values[index] ?? '');
			return;
		}
		block.push(...htmlLines(html), { text: '', from }, ...trimmed(dedented(inner ?? [])), { text: '', from });
		html = '';
	});
	block.push(...htmlLines(html));
	return { block: trimmed(block) };
}
