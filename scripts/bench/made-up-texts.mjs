// Texts without meaning, made of words as handbooks have them: the same seed always gives the same bytes.
const common =
	'the of and to a in is that for it as with be on by this are or from we at not which can will our their they has who when if may each all any one no more should what so but other you these how then some up out them there after before between during within over until because both every such same own new next first last'.split(
		' ',
	);
const topical =
	'agreement practice circle member meeting decision proposal consent objection role domain review facilitator steward group team community household garden kitchen workshop budget expense contribution fund account notice period calendar week month day hour agenda minutes record archive guide newcomer guest volunteer land room key access safety emergency message forum reply tension need intention outcome evaluation criterion goal plan project task conflict mediation dialogue listening feedback appreciation concern care sickness holiday absence rest travel bicycle sharing equipment privacy language translation accessibility rotation election nomination term vote quorum proxy law insurance repair purchase harvest seed soil child school learning reading peer coaching reflection retrospective experiment trial evidence insight principle value culture ritual silence round opinion clarity question answer amendment'.split(
		' ',
	);
const stems = 'bar cal den fer gal hol jun kel lor mar nel ost per quin ros sal tor ul ven wol yar zel'.split(' ');
const endings = 'ance ation ement er ery ful ible ing ion ish ity ive ly ment ness or ous ship ure ward'.split(' ');
export const subjects = 'finance people membership facilities governance communication learning garden kitchen mobility energy care technology events safety'.split(' ');

/** Makes words, sentences and texts. What it makes next depends on the seed and on all that was asked before. */
export function textMaker(seed) {
	const random = randomStream(seed);
	const between = (low, high) => low + Math.floor(random() * (high - low + 1));
	const pick = (list) => list[Math.floor(random() * list.length)];
	const rare = () => pick(stems) + pick(stems) + pick(endings);
	const word = () => (random() < 0.55 ? pick(common) : random() < 0.75 ? pick(topical) : rare());
	const words = (count) => Array.from({ length: count }, word);
	const title = () => upper(Array.from({ length: between(2, 4) }, () => pick(topical)).join(' '));
	const date = (from, to) => `${between(from, to)}-${String(between(1, 12)).padStart(2, '0')}-${String(between(1, 28)).padStart(2, '0')}`;

	/** A text of about 600 words with lists, tables, quotes and some code. It links to entries (`title`, `href`). */
	const body = (index, entries) => {
		const sentence = () => {
			const parts = words(between(8, 20));
			if (random() < 0.1) parts[between(1, parts.length - 1)] = `**${rare()}**`;
			if (random() < 0.1) {
				const target = pick(entries);
				parts.splice(between(1, parts.length - 1), 0, `[${target.title.toLowerCase()}](${target.href})`);
			}
			return `${upper(parts.join(' '))}.`;
		};
		const paragraph = () => Array.from({ length: between(2, 4) }, sentence).join(' ');
		const list = () => Array.from({ length: between(3, 6) }, () => `- ${sentence()}`).join('\n');
		const table = () => ['| What | Who | When |', '| --- | --- | --- |', ...Array.from({ length: between(3, 6) }, () => `| ${words(3).join(' ')} | ${pick(topical)} | ${pick(topical)} |`)].join('\n');
		const parts = [paragraph()];
		for (let section = 0; parts.join(' ').split(' ').length < 560; section += 1) {
			parts.push(`## ${upper(words(between(1, 4)).join(' '))}`, paragraph());
			if (section === 1 && index % 3 === 0) parts.push(table());
			if (section === 2 && index % 20 === 7) parts.push('```yaml\nkind: practice\nduration: 20\n```');
			parts.push(random() < 0.6 ? list() : `> ${sentence()}`);
		}
		return parts.join('\n\n');
	};
	return { between, pick, words, title, date, body };
}

export function upper(text) {
	return text[0].toUpperCase() + text.slice(1);
}

/** A stream of numbers from 0 to 1 (mulberry32). */
function randomStream(seed) {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}
