import type { Element, Root } from 'xast';
import { childAt, childrenOf, settingOf } from './word-file.js';

/** What a style of paragraphs is for. */
export type StyleRole = { heading: number } | 'title' | 'contents' | 'quote' | 'code' | undefined;

/** What is asked of the styles of a document. */
export interface WordStyles {
	role(id: string): StyleRole;
	/** The style's own numbering, or that of the style it is based on. */
	numbering(id: string): Element | undefined;
	/** True when words of this style of characters are hidden. */
	hides(id: string): boolean;
}

/** “Heading” in the languages that Word and LibreOffice are used in, without accents. Word itself keeps English names; other programs do not. */
const headingName =
	/^(?:heading|uberschrift|titre|titulo|titolo|kop|rubrik|overskrift|otsikko|naglowek|nadpis|cimsor|titlu|baslik|zagolovok|заголовок|επικεφαλιδα|naslov|otsikko|antraste|virsraksts|pealkiri|izenburua|encapcalament|titol|intestazione|cabecalho|encabezado|kopf|見出し|标题|標題|제목|כותרת|عنوان|heading_)[\s_]*([1-9])$/;

const roleOfName: readonly (readonly [RegExp, Exclude<StyleRole, { heading: number } | undefined>])[] = [
	[/^(?:title|titel|titre|titulo|titolo|otsikko|tytul|nazev|nadpis|cim|titlu|konu basligi|название|заголовок|τιτλος|表題|标题|標題|제목)$/, 'title'],
	[/^(?:toc|contents|verzeichnis|inhaltsverzeichnis|tm|tdc|sommario|indice|sumario|inhopg|contents_)\s*(?:heading|[1-9])$|^tocheading$|^toc heading$/, 'contents'],
	[/^(?:quote|intense quote|quotations|block text|zitat|intensives zitat|citation|citation intense|cita|cita destacada|citazione|citat|citaat)$/, 'quote'],
	[/^(?:html preformatted|preformatted text|source code|code|vorformatierter text|html vorformatiert)$/, 'code'],
];

/** Reads `word/styles.xml`. */
export function readStyles(styles: Root | undefined): WordStyles {
	const byId = new Map(childrenOf(childAt(styles, 'w:styles'), 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
	/** A style and those that it is based on. */
	const chain = (id: string): Element[] => {
		const found: Element[] = [];
		for (let style = byId.get(id); style !== undefined && !found.includes(style); style = byId.get(settingOf(childAt(style, 'w:basedOn')) ?? '')) found.push(style);
		return found;
	};
	return {
		role: (id) => {
			const styles = chain(id);
			for (const style of styles.length > 0 ? styles : [undefined]) {
				const role = namedRole(settingOf(childAt(style, 'w:name')) ?? id) ?? namedRole(id);
				if (role !== undefined) return role;
				const level = outlineLevel(childAt(style, 'w:pPr'));
				if (level !== undefined) return level === 0 ? undefined : { heading: level };
			}
			return undefined;
		},
		numbering: (id) =>
			chain(id)
				.map((style) => childAt(style, 'w:pPr', 'w:numPr'))
				.find((numbering) => numbering !== undefined),
		hides: (id) => chain(id).some((style) => isOn(childAt(style, 'w:rPr', 'w:vanish'))),
	};
}

/** The level that properties of a paragraph say it has in the outline: from 1, 0 for “body text”; undefined when they say nothing. */
export function outlineLevel(properties: Element | undefined): number | undefined {
	const level = Number(settingOf(childAt(properties, 'w:outlineLvl')) ?? Number.NaN);
	if (!(level >= 0 && level <= 9)) return undefined;
	return level === 9 ? 0 : level + 1;
}

/** True for a setting that is there and not switched off. */
export function isOn(setting: Element | undefined): boolean {
	return setting !== undefined && !['0', 'false', 'off', 'none'].includes(settingOf(setting) ?? '1');
}

function namedRole(name: string): StyleRole {
	const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
	const level = Number(headingName.exec(plain)?.[1] ?? Number.NaN);
	return level >= 1 ? { heading: level } : roleOfName.find(([pattern]) => pattern.test(plain))?.[1];
}
