import fc from 'fast-check';

/** A block of a made-up text. Every word is one letter and a number, and stands nowhere else in any version. */
export interface MadeBlock {
	kind: (typeof kinds)[number];
	/** Lines of words. */
	lines: string[][];
}

const kinds = ['paragraph', 'heading', 'item', 'numbered', 'fence', 'table', 'quote'] as const;

/** A change to one block: to be made at `at`, wherever the text is that long. */
export interface MadeEdit {
	act: 'insert' | 'delete' | 'replace' | 'move' | 'word' | 'more' | 'less';
	at: number;
	to: number;
	block: Shape;
}

/** The kind of a block and the number of words in each of its lines. */
interface Shape {
	kind: MadeBlock['kind'];
	lengths: number[];
}

/** A block. */
export const shape: fc.Arbitrary<Shape> = fc.record({
	kind: fc.constantFrom(...kinds),
	lengths: fc.array(fc.integer({ min: 2, max: 8 }), { minLength: 1, maxLength: 4 }),
});

/** A text of up to 12 blocks. */
/** A block. */
export const shapes: fc.Arbitrary<Shape[]> = fc.array(shape, { maxLength: 12 });

const acts = ['insert', 'delete', 'replace', 'word', 'more', 'less'] as const;

/** A change that leaves all other blocks where they are. */
export const edit: fc.Arbitrary<MadeEdit> = fc.record({ act: fc.constantFrom(...acts), at: fc.nat(20), to: fc.nat(20), block: shape });

/** Changes that one group makes, in order. Only with `moving`, some blocks change places. */
export function edits({ moving }: { moving: boolean }): fc.Arbitrary<MadeEdit[]> {
	const move = fc.record({ act: fc.constant('move' as const), at: fc.nat(20), to: fc.nat(20), block: shape });
	return fc.array(moving ? fc.oneof({ arbitrary: edit, weight: 3 }, move) : edit, { maxLength: 5 });
}

/** Gives out words that begin with the same letter: `b1`, `b2`, ... */
export function wordsOf(letter: string): () => string {
	let count = 0;
	return () => {
		count += 1;
		return `${letter}${count}`;
	};
}

/** Makes a block of new words. */
export function makeBlock({ kind, lengths }: Shape, word: () => string): MadeBlock {
	const used = kind === 'heading' ? lengths.slice(0, 1) : kind === 'table' ? lengths.map(() => lengths[0] ?? 2) : lengths;
	return { kind, lines: used.map((length) => Array.from({ length }, word)) };
}

/** Makes changes, the words of which are new. */
export function applyEdits(blocks: readonly MadeBlock[], made: readonly MadeEdit[], word: () => string): MadeBlock[] {
	return made.reduce((text, edit) => applyEdit(text, edit, word), [...blocks]);
}

function applyEdit(blocks: MadeBlock[], { act, at, to, block }: MadeEdit, word: () => string): MadeBlock[] {
	const index = at % Math.max(1, blocks.length);
	const old = blocks[index];
	if (act === 'insert' || !old) return blocks.toSpliced(at % (blocks.length + 1), 0, makeBlock(block, word));
	if (act === 'delete') return blocks.toSpliced(index, 1);
	if (act === 'replace') return blocks.with(index, makeBlock(block, word));
	if (act === 'move') return blocks.toSpliced(index, 1).toSpliced(to % blocks.length, 0, old);
	return blocks.with(index, changeWords(old, act, to, word));
}

/** Puts one word in the place of another; or adds a word, a line or a row; or takes one away. */
function changeWords(block: MadeBlock, act: 'word' | 'more' | 'less', to: number, word: () => string): MadeBlock {
	const row = to % block.lines.length;
	const line = block.lines[row] ?? [];
	const column = to % line.length;
	const byLines = block.kind === 'table' || (block.kind !== 'heading' && to % 2 === 0);
	if (act === 'word') return { ...block, lines: block.lines.with(row, line.with(column, word())) };
	if (byLines && act === 'more') return { ...block, lines: block.lines.toSpliced(row + 1, 0, line.map(word)) };
	// Without its first row, a table has another row for its head, which has moved then.
	if (byLines) return block.lines.length > 1 ? { ...block, lines: block.lines.toSpliced(block.kind === 'table' ? Math.max(1, row) : row, 1) } : block;
	if (act === 'more') return { ...block, lines: block.lines.with(row, line.toSpliced(column, 0, word())) };
	return line.length > 1 ? { ...block, lines: block.lines.with(row, line.toSpliced(column, 1)) } : block;
}

/** Writes a text down as Markdown. */
export function markdownOf(blocks: readonly MadeBlock[]): string {
	let number = 0;
	const parts = blocks.map((block, index) => {
		const above = blocks[index - 1];
		number = block.kind === 'numbered' && above?.kind === 'numbered' ? number + 1 : 1;
		return separator(above, block) + markdownOfBlock(block, number);
	});
	return parts.length > 0 ? `\n${parts.join('')}\n` : '\n';
}

function separator(above: MadeBlock | undefined, { kind }: MadeBlock): string {
	if (!above) return '';
	const isClose = above.kind === 'heading' ? above.lines.flat().length % 2 === 1 : above.kind === kind && (kind === 'item' || kind === 'numbered');
	return isClose ? '\n' : '\n\n';
}

function markdownOfBlock({ kind, lines }: MadeBlock, number: number): string {
	const text = lines.map((line) => line.join(' '));
	switch (kind) {
		case 'paragraph':
			return text.join('\n');
		case 'heading':
			return `## ${text[0]}`;
		case 'item':
			return `- ${text.join('\n  - ')}`;
		case 'numbered':
			return `${number}. ${text.join('\n   ')}`;
		case 'fence':
			return `\`\`\`\n${text.join('\n\n')}\n\`\`\``;
		case 'quote':
			return `> ${text.join('\n> ')}`;
		case 'table':
			return lines.flatMap((row, index) => [`| ${row.join(' | ')} |`, ...(index === 0 ? [`|${' --- |'.repeat(row.length)}`] : [])]).join('\n');
	}
}
