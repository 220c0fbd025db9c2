import type { SearchLabels } from '../view/search-labels.js';
import type { PagefindResult } from './pagefind.js';

/** One result: title, kind and group, and the words around what was found or else the summary. */
export function resultItem({ url, meta, excerpt }: PagefindResult, labels: SearchLabels, searched: boolean): HTMLLIElement {
	const item = document.createElement('li');
	const link = document.createElement('a');
	link.href = url;
	link.className = 'card-title';
	link.textContent = meta.title ?? url;
	if (meta.lang) link.lang = meta.lang;
	link.dir = 'auto';
	const notes = document.createElement('p');
	notes.className = 'card-notes';
	notes.append(...[labels.values.kind?.[meta.kind ?? ''], meta.group, meta.past && labels.phrases.past].filter((note) => note !== undefined && note !== '').map((note) => noteSpan(note ?? '')));
	item.append(link, notes);
	if (meta.summary) item.append(paragraph('summary', meta.summary, meta.lang));
	if (searched || !meta.summary) item.append(excerptParagraph(excerpt, meta.lang));
	return item;
}

function noteSpan(text: string): HTMLElement {
	const note = document.createElement('span');
	note.dir = 'auto';
	note.textContent = text;
	return note;
}

function paragraph(name: string, text: string, lang: string | undefined): HTMLElement {
	const made = document.createElement('p');
	made.className = name;
	made.dir = 'auto';
	if (lang) made.lang = lang;
	made.textContent = text;
	return made;
}

/** Shows an excerpt with its marks. Only `<mark>` is taken over: whatever else the excerpt holds is text. */
function excerptParagraph(excerpt: string, lang: string | undefined): HTMLElement {
	const made = paragraph('excerpt', '', lang);
	const parsed = new DOMParser().parseFromString(excerpt, 'text/html').body;
	for (const node of parsed.childNodes) {
		if (node.nodeName === 'MARK') {
			const mark = document.createElement('mark');
			mark.textContent = node.textContent;
			made.append(mark);
		} else made.append(node.textContent ?? '');
	}
	return made;
}
