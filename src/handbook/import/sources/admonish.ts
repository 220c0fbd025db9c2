import { type Alert, quotedAlert } from '../alert-lines.js';
import type { Line } from '../lines.js';
import type { Rewriting } from '../rewriting.js';

/** Kinds of the mdBook preprocessor “admonish” as the five alerts; every other one is a note. */
const alertOf: Readonly<Record<string, Alert>> = {
	tip: 'TIP',
	hint: 'TIP',
	success: 'TIP',
	important: 'IMPORTANT',
	warning: 'WARNING',
	attention: 'WARNING',
	caution: 'CAUTION',
	failure: 'CAUTION',
	danger: 'CAUTION',
	error: 'CAUTION',
	bug: 'CAUTION',
};
const opening = /^([\s>]*)(`{3,}|~{3,})\s*([^`]*)$/;
const settings = /^admonish(?:\s+(?<kind>[\w-]+))?(?:\s+(?:title=)?"(?<title>[^"]*)")?/;

/** Turns the fences of the mdBook preprocessor “admonish”, whose words are Markdown and no code, into alerts. */
export const admonishToAlerts: Rewriting = (lines, { became, note }) => {
	const result: Line[] = [];
	for (let at = 0; at < lines.length; at += 1) {
		const line = lines[at] as Line;
		const [, prefix = '', fence = '', name = ''] = opening.exec(line.text) ?? [];
		if (fence === '') {
			result.push(line);
			continue;
		}
		let end = at + 1;
		while (end < lines.length && !closes(lines[end]?.text ?? '', fence)) end += 1;
		const { kind = '', title = '' } = settings.exec(name)?.groups ?? {};
		if (/^admonish\b/.test(name)) {
			if (end === lines.length) note(line, 'This admonition has no end. It goes on to the end of the text now.');
			result.push(...quotedAlert((Object.hasOwn(alertOf, kind) && alertOf[kind]) || 'NOTE', title, lines.slice(at + 1, end), { prefix, from: line.from }));
			// The line below would be taken for a part of the alert.
			if ((lines[end + 1]?.text.trim() ?? '') !== '') result.push({ text: prefix.trimEnd(), from: line.from });
			became('admonish');
		} else result.push(...lines.slice(at, end + 1));
		at = end;
	}
	return result;
};

function closes(text: string, fence: string): boolean {
	const run = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(text)?.[1];
	return run?.startsWith(fence) ?? false;
}
