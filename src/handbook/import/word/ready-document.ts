import type { Element, Root } from 'xast';
import { allWithin, childAt, childrenOf, settingOf, wordsIn, wordsRun } from './word-file.js';
import { type NumberCounter, numberCounter, type ParagraphNumber } from './word-numbers.js';
import { isOn, outlineLevel, readStyles, type StyleRole, type WordStyles } from './word-styles.js';

/** Stands around what is told of a list item's number, until the item is Markdown. */
export const numberMark = { start: '\ue000', end: '\ue001' };

/** Names for the styles of a document that is made ready, whatever its own language. */
export const readyStyles = { heading: 'SporeprintHeading', quote: 'SporeprintQuote', code: 'SporeprintCode' };

/** What was noticed in a document. */
export interface DocumentFindings {
	/** It has a paragraph that is its title. */
	hasTitle: boolean;
	contents: number;
	hiddenWords: number;
	formulas: number;
	textBoxes: number;
	/** Changes that were tracked, and nobody has accepted or refused. */
	changes: number;
}

/**
 * Makes a document ready to be read: headings, quotations and code have styles of one name in every language, numbers stand in the
 * text, hidden words and tables of contents are gone, formulas and text boxes are words. Changes the tree.
 */
export function readyDocument(document: Root, styles: Root | undefined, numbering: Root | undefined): DocumentFindings {
	const known = readStyles(styles);
	const hasTitle = allWithin(document, 'w:p').some((paragraph) => roleOf(paragraph, known) === 'title' && wordsIn(paragraph).trim() !== '');
	const findings: DocumentFindings = {
		hasTitle,
		contents: 0,
		hiddenWords: 0,
		formulas: 0,
		textBoxes: 0,
		changes: ['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom'].reduce((sum, name) => sum + allWithin(document, name).length, 0),
	};
	readyChildren(document, { styles: known, counter: numberCounter(numbering), findings });
	return findings;
}

interface Work {
	styles: WordStyles;
	counter: NumberCounter;
	findings: DocumentFindings;
}

function readyChildren(node: Root | Element, work: Work): void {
	const { findings, styles } = work;
	const children = (node.children as Element['children']).flatMap((child): Element['children'] => {
		if (child.type !== 'element') return [child];
		switch (child.name) {
			case 'w:p':
				return readyParagraph(child, work);
			case 'w:r':
				if (isOn(childAt(child, 'w:rPr', 'w:vanish')) || styles.hides(settingOf(childAt(child, 'w:rPr', 'w:rStyle')) ?? '')) {
					findings.hiddenWords += wordsIn(child).split(/\s+/).filter(Boolean).length;
					return [];
				}
				break;
			case 'm:oMath':
				findings.formulas += 1;
				return [wordsRun(wordsIn(child))];
			case 'm:oMathPara':
				return childrenOf(child, 'm:oMath').map((formula) => {
					findings.formulas += 1;
					return wordsRun(wordsIn(formula));
				});
			case 'mc:AlternateContent':
				return readyAlternatives(child, work);
		}
		readyChildren(child, work);
		return [child];
	});
	node.children = children as Element['children'];
}

/** Word writes shapes twice. A text box is its words, anything else what old programs would show. */
function readyAlternatives(node: Element, work: Work): Element[] {
	const choice = childAt(node, 'mc:Choice');
	const boxes = allWithin(choice, 'w:txbxContent');
	work.findings.textBoxes += boxes.length;
	for (const box of boxes) readyChildren(box, work);
	if (boxes.length > 0) return boxes;
	if (childAt(node, 'mc:Fallback')) {
		readyChildren(node, work);
		return [node];
	}
	return childrenOf(choice);
}

function readyParagraph(paragraph: Element, work: Work): Element[] {
	const { styles, counter, findings } = work;
	const role = roleOf(paragraph, styles);
	if (role === 'contents') {
		findings.contents += 1;
		return [];
	}
	const number = counter.next(numberingOf(paragraph, styles));
	readyChildren(paragraph, work);
	const isHeading = role === 'title' || (typeof role === 'object' && role.heading > 0);
	if (number !== undefined && wordsIn(paragraph).trim() !== '') insertNumber(paragraph, number, isHeading);
	const name = readyName(role, number, findings);
	if (name !== undefined) setStyle(paragraph, name);
	return [paragraph];
}

/** What a paragraph is: what it says of itself goes before its style. */
function roleOf(paragraph: Element, styles: WordStyles): StyleRole {
	const properties = childAt(paragraph, 'w:pPr');
	const own = outlineLevel(properties);
	const role = styles.role(settingOf(childAt(properties, 'w:pStyle')) ?? '');
	if (own === undefined || role === 'contents' || role === 'title') return role;
	return own === 0 ? undefined : { heading: own };
}

/** A paragraph's numbering, what it lacks taken from its style. */
function numberingOf(paragraph: Element, styles: WordStyles): Element | undefined {
	const properties = childAt(paragraph, 'w:pPr');
	const own = childAt(properties, 'w:numPr');
	const style = styles.numbering(settingOf(childAt(properties, 'w:pStyle')) ?? '');
	if (own === undefined || style === undefined) return own ?? style;
	const missing = childrenOf(style).filter(({ name }) => childAt(own, name) === undefined);
	return { ...own, children: [...own.children, ...missing] };
}

/** In a heading the number is a word; in a list it is told to what makes the list. */
function insertNumber(paragraph: Element, { label, plain }: ParagraphNumber, isHeading: boolean): void {
	const told = isHeading ? `${label} ` : `${numberMark.start}${plain ?? label}${numberMark.end}`;
	const after = paragraph.children.findIndex((child) => child.type === 'element' && child.name === 'w:pPr');
	paragraph.children.splice(after + 1, 0, wordsRun(told));
}

function readyName(role: StyleRole, number: ParagraphNumber | undefined, { hasTitle }: DocumentFindings): string | undefined {
	if (role === 'title') return `${readyStyles.heading}1`;
	if (typeof role === 'object') return `${readyStyles.heading}${Math.min(role.heading + Number(hasTitle), 6)}`;
	if (role === 'code') return readyStyles.code;
	return role === 'quote' && number === undefined ? readyStyles.quote : undefined;
}

function setStyle(paragraph: Element, name: string): void {
	const style: Element = { type: 'element', name: 'w:pStyle', attributes: { 'w:val': name }, children: [] };
	const properties = childAt(paragraph, 'w:pPr');
	if (properties) properties.children = [style, ...properties.children.filter((child) => child.type !== 'element' || child.name !== 'w:pStyle')];
	else paragraph.children.unshift({ type: 'element', name: 'w:pPr', attributes: {}, children: [style] });
}
