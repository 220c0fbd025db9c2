import { findSections } from './find-sections.js';
import type { Findings } from './import-plan.js';
import type { PreparedText } from './prepare-text.js';
import { namesAgreements } from './split-text.js';

/** So many sections make it likely that each is an agreement of its own. */
const fewest = 4;

/** Headings within one agreement, which no agreement of its own would have. */
const structural =
	/^(?:§?\s?\d[\d.]*[a-z]?[.):]?\s+)?(?:(?:table of )?contents|purposes?|scope|background|context|introduction|preamble|overview|summary|definitions?|principles|values|roles?(?: and responsibilities)?|responsibilities|process|procedures?|steps|implementation|review|history|changes?|references|links|resources|see also|related|notes|appendix|questions|faq|why|what|how|when|who|inhalt|präambel|zweck|ziele)\b/iu;

/** Pages that look as if each of their sections were an agreement of its own. Nothing is split unless a person says so. */
export function offerSplits(texts: readonly PreparedText[]): Findings['splits'] {
	return texts.flatMap((text) => {
		if (text.partOf !== undefined || text.sections !== undefined) return [];
		const says = namesAgreements.test(text.title);
		if (!says && text.kind !== 'agreement') return [];
		const sections = findSections(text.tree);
		const own = sections.filter(({ heading }) => !structural.test(heading));
		if (own.length < fewest || (!says && own.length < sections.length)) return [];
		return [{ from: text.from, title: text.title, sections: sections.length }];
	});
}
