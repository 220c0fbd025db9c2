import { relative } from 'node:path/posix';
import { codeLines, type Line, outsideCode } from '../../lines.js';
import type { Rewriting } from '../../rewriting.js';
import type { GravPage } from './pages.js';
import { pageName } from './routes.js';
import { recordOf } from './settings.js';

/** `===` alone in a paragraph ends the summary of a page; Grav takes it away. */
export const dropSummaryMark: Rewriting = (lines, { became }) => {
	const inCode = codeLines(lines);
	const isBlank = (index: number): boolean => (lines[index]?.text ?? '').trim() === '';
	return lines.filter((line, index) => {
		const ends = line.text.trim() === '===' && !inCode[index] && isBlank(index - 1) && isBlank(index + 1);
		if (ends) became('summary mark');
		return !ends;
	});
};

const alertOfMarks: Readonly<Record<string, string>> = { '!': 'WARNING', '!!': 'CAUTION', '!!!': 'NOTE', '!!!!': 'TIP' };
const notice = /^(!{1,4})[^\S\n](.*)$/;

/** Notices, lines that begin with one to four exclamation marks, become alerts. */
export const notices: Rewriting = (lines, { became }) => {
	const inCode = codeLines(lines);
	let open: string | undefined;
	return lines.flatMap((line, index): Line[] => {
		const [, marks, words = ''] = (inCode[index] ? null : notice.exec(line.text)) ?? [];
		const begins = marks !== undefined && marks !== open;
		const after = open !== undefined && marks === undefined && line.text.trim() !== '';
		const between = begins && open !== undefined;
		open = marks;
		if (marks === undefined) return after ? [{ text: '', from: line.from }, line] : [line];
		if (begins) became('notice');
		const gap = between || (begins && (lines[index - 1]?.text ?? '').trim() !== '') ? [{ text: '', from: line.from }] : [];
		return [...gap, ...(begins ? [{ text: `> [!${alertOfMarks[marks] ?? 'NOTE'}]`, from: line.from }] : []), { text: `> ${words}`.trimEnd(), from: line.from }];
	});
};

const plugin = /\[plugin:([\w-]+)\]\(([^()\s]+)\)/g;
const mediaAction = /(\]\(<?(?![a-z][a-z0-9+.-]*:)[^()\s<>?]+\.(?:jpe?g|png|gif|webp|svg|avif|mp4|webm|mov|mp3|ogg))\?[^()\s<>"'#]*/gi;

/** Videos of plugins become links; what Grav should do with an image before showing it goes. */
export const mediaAndPlugins: Rewriting = (lines, { became }) => {
	const inCode = codeLines(lines);
	return lines.map((line, index) => {
		if (inCode[index] || !line.text.includes('](')) return line;
		const text = outsideCode(line.text, (words) =>
			words
				.replace(plugin, (whole, _name: string, address: string) => {
					if (!/^https?:\/\//i.test(address)) return whole;
					became('plugin');
					return `<${address}>`;
				})
				.replace(mediaAction, (_whole, image: string) => {
					became('image action');
					return image;
				}),
		);
		return text === line.text ? line : { ...line, text };
	});
};

const twig = /\{\{([^{}]*)\}\}/g;

/** Resolves what Twig says of the page and the site, and tells of the rest. `isOn` says whether Grav ran the text through Twig at all. */
export function twigWords(isOn: (path: string) => boolean, site: Readonly<Record<string, unknown>>): Rewriting {
	return (lines, { path, data, became, note }) => {
		const inCode = codeLines(lines);
		const on = isOn(path);
		const value = (expression: string): string | undefined => {
			const [object = '', ...names] = expression.replace(/^header\./, 'page.header.').split('.');
			if (!names.every((name) => /^\w+$/.test(name))) return undefined;
			const start: unknown = object === 'site' ? site : object === 'page' ? data : undefined;
			const steps = object === 'page' && names[0] === 'header' ? names.slice(1) : names;
			if (steps.length === 0) return undefined;
			const found = steps.reduce<unknown>((from, name) => (Object.hasOwn(recordOf(from), name) ? recordOf(from)[name] : undefined), start);
			return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
		};
		return lines.map((line, index) => {
			if (inCode[index] || !/\{[{%]/.test(line.text)) return line;
			const text = outsideCode(line.text, (words) =>
				words.replace(twig, (whole, expression: string) => {
					const known = on ? value(expression.trim()) : undefined;
					if (known === undefined || known.includes('\n')) return whole;
					became('variable');
					return known;
				}),
			);
			outsideCode(text, (words) => {
				if (/\{\{|\{%/.test(words)) note(line, on ? 'Twig was left as it is: only Grav can run it.' : 'This looks like Twig and was left as it is.');
				return words;
			});
			return text === line.text ? line : { ...line, text };
		});
	};
}

/** A page that showed parts from folders of their own ends with links to them: they are texts now. */
export function linksToModules(modulesOf: (path: string) => readonly GravPage[], folderOf: (path: string) => string): Rewriting {
	return (lines, { path, became, note }) => {
		const modules = modulesOf(path);
		const last = lines.at(-1)?.from ?? 1;
		if (modules.length === 0) return lines;
		note(
			{ from: last },
			`This page showed ${modules.length} ${modules.length === 1 ? 'part' : 'parts'} from ${modules.length === 1 ? 'a folder of its own, which is a text' : 'folders of their own, which are texts'} now. Links to ${modules.length === 1 ? 'it' : 'them'} stand at its end.`,
		);
		return [
			...lines,
			{ text: '', from: last },
			...modules.map((module) => {
				became('module');
				const address = relative(folderOf(path), module.path).split('/').map(encodeURIComponent).join('/');
				return { text: `- [${pageName(module).replace(/[\\`*_[\]<>]/g, '\\$&')}](${address})`, from: last };
			}),
			{ text: '', from: last },
		];
	};
}
