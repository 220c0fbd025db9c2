import parse, { type Info } from 'spdx-expression-parse';
import { licence as licenceForm } from '../../schema/text.js';

/** What a licence says about copying a text into another handbook. */
export interface LicenceTerms {
	/** SPDX; absent when there is none that can be read. */
	licence?: string | undefined;
	/** Whether a changed copy may be published. */
	isAllowed: boolean;
	isShareAlike: boolean;
	/** What it asks, or why it stands in the way, in a sentence or two. */
	sentence: string;
}

interface Asks {
	noDerivatives: boolean;
	shareAlike: boolean;
	nonCommercial: boolean;
	credit: boolean;
	unknown: boolean;
}

/** Reads the licence of a text: as its print says (undefined when it names none) and as the text itself says. `own` is that of the handbook it goes to. */
export function licenceTerms(printed: string | undefined, stated: unknown, own: string): LicenceTerms {
	const refused = (sentence: string, licence?: string): LicenceTerms => ({ licence, isAllowed: false, isShareAlike: false, sentence });
	const itself = licenceForm.safeParse(stated).data;
	if (stated !== undefined && stated !== null && itself === undefined) return refused('Its licence cannot be read, so it is not known whether it may be copied. Ask the group.');
	if (itself !== undefined && printed !== undefined && itself !== printed)
		return refused(`Its print says ${printed}, and the text itself says ${itself}, so it is not known which holds. Ask the group.`);
	const licence = itself ?? printed;
	if (licence === undefined || !licenceForm.safeParse(licence).success) return refused('It names no licence, so nobody but its authors may copy it. Ask the group.');

	const asks = asksOf(parse(licence));
	if (asks.unknown) return refused(`Its licence, ${licence}, is one of their own, which this program does not know. Ask the group.`, licence);
	if (asks.noDerivatives) return refused(`Its licence, ${licence}, allows no changed copies (no derivatives), and a text in a handbook is there to be changed.`, licence);
	const sentences = [
		...(asks.shareAlike
			? [
					`${licence} is share-alike: the copy, and what you make of it, stays under ${licence}.${licence === own ? '' : ` It says so itself, so the rest of your handbook keeps its own licence, ${own}.`}`,
				]
			: []),
		...(asks.nonCommercial ? [`${licence} allows no commercial use of it.`] : []),
		...(asks.credit ? ['Credit the group (basedOn does) and say what you change.'] : []),
	];
	return { licence, isAllowed: true, isShareAlike: asks.shareAlike, sentence: sentences.join(' ') || `${licence} asks for nothing; basedOn gives credit all the same.` };
}

/** What an expression asks: of several licences that all hold, everything; where one may choose, the least. */
function asksOf(info: Info): Asks {
	if ('license' in info) return asksOfOne(info.license);
	const [left, right] = [asksOf(info.left), asksOf(info.right)];
	if (info.conjunction === 'or') return weight(left) <= weight(right) ? left : right;
	return {
		noDerivatives: left.noDerivatives || right.noDerivatives,
		shareAlike: left.shareAlike || right.shareAlike,
		nonCommercial: left.nonCommercial || right.nonCommercial,
		credit: left.credit || right.credit,
		unknown: left.unknown || right.unknown,
	};
}

function asksOfOne(id: string): Asks {
	return {
		noDerivatives: /-ND(?:-|$)/.test(id),
		shareAlike: /-SA(?:-|$)|^(?:A|L)?GPL-|^GFDL-|^ODbL-/.test(id),
		nonCommercial: /-NC(?:-|$)/.test(id),
		credit: !/^(?:CC0-1\.0|CC-PDDC|0BSD|Unlicense|PDDL-1\.0|WTFPL)$/.test(id),
		unknown: /^(?:DocumentRef|LicenseRef)-/.test(id),
	};
}

function weight({ noDerivatives, shareAlike, nonCommercial, credit, unknown }: Asks): number {
	return Number(unknown) * 16 + Number(noDerivatives) * 8 + Number(nonCommercial) * 4 + Number(shareAlike) * 2 + Number(credit);
}
