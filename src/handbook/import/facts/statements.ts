import type { PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A run of words, with the address that they link to. */
export interface Run {
	text: string;
	url?: string;
	/** Where the address stands in the text. */
	at?: number;
}

/** A line in which a text may say something of itself: a line of a paragraph, a row of a table at the top, or a box to tick. */
export interface Statement {
	/** Line within the text, from 1. */
	line: number;
	words: string;
	runs: readonly Run[];
	/** Whether it stands where a text speaks of itself: at the top, at the end below a line, or under a heading that says so. */
	isOwn: boolean;
	/** Whether it stands under a heading that announces an example. */
	isExample: boolean;
	/** Whether its box is ticked; absent when it has none. */
	isTicked?: boolean;
}

/** Headings under which a text speaks of itself. */
const ownHeading =
	/^(?:status|state|reviews?|next review|review (?:and|&) (?:changes|history)|revisions?|history|change ?log|versions?|meta ?data|about this (?:agreement|policy|document|page|practice)|ratification|adoption|approval|details|overview|at a glance|summary|basics|logistics|preparation|stewards?|stewardship|responsib(?:le|ility)|supersedes|überprüfung|geltung|stand|verantwortlich|überblick|estado|revisión|resumen|responsables?|statut|révision|aperçu)$/iu;
/** Headings, and titles, of what is only shown as an example. */
const exampleHeading = /(?<!\p{L})(?:examples?|sample|templates?|placeholder|beispiele?|vorlagen?|muster|ejemplos?|plantillas?|exemples?|modèles?)(?!\p{L})/iu;

/** Every line in which a text may say something of itself. Quotations, code and lists say something of anything. */
export function statementsOf(tree: Root, title = ''): Statement[] {
	const statements: Statement[] = [];
	const headings: { depth: number; words: string }[] = [];
	const end = endOf(tree.children);
	const firstHeading = tree.children.find(({ type }) => type === 'heading');
	let isTop = true;
	let announced = false;
	for (const [index, node] of tree.children.entries()) {
		if (node.type === 'heading') {
			const words = plainText(runsOf(node.children));
			while ((headings.at(-1)?.depth ?? 0) >= node.depth) headings.pop();
			headings.push({ depth: node.depth, words });
			if (statements.length > 0 || node !== firstHeading) isTop = false;
			announced = false;
			continue;
		}
		const isExample = [title, ...headings.map(({ words }) => words)].some((words) => exampleHeading.test(words));
		const isOwn = !isExample && !announced && (isTop || index >= end || ownHeading.test(headings.at(-1)?.words.replace(/:$/, '') ?? ''));
		statements.push(...linesOfBlock(node, isTop).map((line) => ({ ...line, isOwn, isExample })));
		announced = node.type === 'paragraph' && plainText(runsOf(node.children)).endsWith(':') && !plainText(runsOf(node.children)).includes('\n');
	}
	return statements;
}

/** The runs of some words. */
export function runsOf(words: readonly PhrasingContent[]): Run[] {
	return words.flatMap((node): Run[] => {
		if (node.type === 'link') {
			const at = node.data?.address?.start;
			return [{ text: textOf(node, { includeHtml: false }), url: node.url, ...(at !== undefined && { at }) }];
		}
		if ('children' in node) return runsOf(node.children);
		// What stands in code is an example of what to write.
		if (node.type === 'inlineCode') return [{ text: `\`${node.value}\`` }];
		return [{ text: node.type === 'break' ? '\n' : textOf(node, { includeHtml: false, includeImageAlt: false }) }];
	});
}

/** The runs of each line of a paragraph. */
export function linesOf(runs: readonly Run[]): Run[][] {
	const lines: Run[][] = [[]];
	for (const run of runs) {
		run.text.split('\n').forEach((text, index) => {
			if (index > 0) lines.push([]);
			lines.at(-1)?.push({ ...run, text });
		});
	}
	return lines;
}

/** The words of some runs on one line. */
export function plainText(runs: readonly Run[]): string {
	return runs
		.map(({ text }) => text)
		.join('')
		.normalize('NFC')
		.replace(/\s+/g, ' ')
		.trim();
}

function linesOfBlock(node: RootContent, isTop: boolean): Omit<Statement, 'isOwn' | 'isExample'>[] {
	const line = node.position?.start.line ?? 1;
	if (node.type === 'paragraph') return linesOf(runsOf(node.children)).map((runs, index) => ({ line: line + index, words: plainText(runs), runs }));
	if (node.type === 'table' && isTop) {
		return node.children.flatMap(({ children: [name, value, ...others], position }) => {
			if (!name || !value || others.length > 0) return [];
			const runs = [...runsOf(name.children), { text: ': ' }, ...runsOf(value.children)];
			return [{ line: position?.start.line ?? line, words: plainText(runs).replace(/:\s*:/, ':'), runs }];
		});
	}
	if (node.type !== 'list') return [];
	return node.children.flatMap(({ checked, children: [first], position }) => {
		if (typeof checked !== 'boolean' || first?.type !== 'paragraph') return [];
		const runs = runsOf(first.children);
		return [{ line: position?.start.line ?? line, words: plainText(runs), runs, isTicked: checked }];
	});
}

/** The first block of what stands at the very end below a line, with no heading after it. */
function endOf(blocks: readonly RootContent[]): number {
	const line = blocks.findLastIndex(({ type }) => type === 'thematicBreak');
	return line > 0 && !blocks.slice(line).some(({ type }) => type === 'heading') ? line : blocks.length;
}
