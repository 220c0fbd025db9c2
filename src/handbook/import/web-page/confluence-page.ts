import type { Element, ElementContent, Root } from 'hast';
import { attributeOf, element, elementsIn, elementsWithin, hasClass, replaceWithin } from './elements.js';
import { alertBox } from './html-to-markdown.js';

const alerts: Readonly<Record<string, string>> = { information: 'NOTE', note: 'WARNING', warning: 'CAUTION', tip: 'TIP' };

/** What a page that Confluence exported holds, its boxes as Markdown knows them; undefined for any other page. Changes the tree. */
export function tidyConfluence(tree: Root): Element | undefined {
	const content = elementsWithin(tree, (node) => attributeOf(node, 'id') === 'main-content' && hasClass(node, 'wiki-content'))[0];
	if (!content) return undefined;
	replaceWithin(content, (node) => {
		if (hasClass(node, 'toc-macro')) return [];
		if (hasClass(node, 'confluence-information-macro')) return [alertOf(node)];
		if (hasClass(node, 'expand-container')) return [detailsOf(node)];
		if (hasClass(node, 'panel')) return [panelOf(node)];
		if (node.tagName === 'pre' && hasClass(node, 'syntaxhighlighter-pre')) return [codeOf(node)];
		return undefined;
	});
	return content;
}

function alertOf(node: Element): Element {
	const classes = attributeOf(node, 'className').split(' ');
	const kind = classes.map((name) => alerts[name.replace('confluence-information-macro-', '')]).find((found) => found !== undefined) ?? 'NOTE';
	const inside = elementsIn(node).filter((child) => !hasClass(child, 'aui-icon'));
	return element(
		alertBox,
		inside.map((child) => (hasClass(child, 'title') ? element('p', [element('strong', child.children)]) : child)),
		{ kind },
	);
}

function detailsOf(node: Element): Element {
	const label = elementsWithin(node, (child) => hasClass(child, 'expand-control-text'))[0];
	const content = elementsWithin(node, (child) => hasClass(child, 'expand-content'))[0];
	return element('details', [element('summary', label?.children ?? []), ...(content?.children ?? [])]);
}

function panelOf(node: Element): Element {
	const title = elementsIn(node).find((child) => hasClass(child, 'panelHeader'));
	const rest: ElementContent[] = node.children.filter((child) => child !== title);
	return element('blockquote', [...(title ? [element('p', [element('strong', title.children)])] : []), ...rest]);
}

function codeOf(node: Element): Element {
	const language = /brush:\s*([\w+#-]+)/.exec(attributeOf(node, 'dataSyntaxhighlighterParams'))?.[1];
	return element('pre', [element('code', node.children, language === undefined ? {} : { className: [`language-${language}`] })]);
}
