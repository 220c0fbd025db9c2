import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readState } from '../../../src/handbook/import/again/handbook-state.js';
import { planImport } from '../../../src/handbook/import/plan-import.js';
import type { SourceFolder } from '../../../src/handbook/import/source-folder.js';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { findConflicts } from '../../../src/handbook/merge/conflict-marks.js';

/** What one side does to a text: blocks that go, and blocks that come behind another. */
interface Edits {
	gone: number[];
	added: { behind: number; form: number }[];
}

const edits: fc.Arbitrary<Edits> = fc.record({ gone: fc.uniqueArray(fc.nat(5), { maxLength: 2 }), added: fc.array(fc.record({ behind: fc.nat(6), form: fc.nat(3) }), { maxLength: 3 }) });
const forms = [(word: string) => `Words of ${word} here.`, (word: string) => `- ${word}\n- and more`, (word: string) => `## ${word}`, (word: string) => `\`\`\`\n${word}\n\`\`\``];
const blocks = ['# Text', 'One stays here.', '- two\n- three', 'Four is a paragraph.', '> five', 'Six ends it.'];

function edited({ gone, added }: Edits, side: string): { text: string; words: string[] } {
	const words = added.map((_, index) => `${side}${index}word`);
	const behind = (place: number): string[] => added.flatMap((each, index) => (each.behind === place ? [forms[each.form]?.(words[index] ?? '') ?? ''] : []));
	const all = blocks.flatMap((block, index) => [...behind(index), ...(gone.includes(index) ? [] : [block])]).concat(behind(blocks.length));
	return { text: `${all.join('\n\n')}\n`, words };
}

function source(text: string): SourceFolder {
	return { name: 'house', files: ['text.md'], skippedFolders: [], links: [], bytes: () => new TextEncoder().encode(text) };
}

function importInto(root: string, text: string): void {
	const { value } = planImport(source(text), { state: readState(root) });
	if (!value) throw new Error('This source should be one that can be imported.');
	writeImport(value, root);
}

test('whatever an author and the source change, no line of the author is lost, nothing of the source is, and a third import changes nothing', () => {
	fc.assert(
		fc.property(edits, edits, (own, others) => {
			const root = mkdtempSync(join(tmpdir(), 'sporeprint-again-'));
			try {
				const file = join(root, 'content/text.md');
				importInto(root, `${blocks.join('\n\n')}\n`);
				const ours = edited(own, 'ours');
				const theirs = edited(others, 'theirs');
				const before = readFileSync(file, 'utf8');
				writeFileSync(file, before.slice(0, before.indexOf('---\n\n') + 5) + ours.text);
				importInto(root, theirs.text);
				const after = readFileSync(file, 'utf8');
				for (const word of [...ours.words, ...theirs.words]) expect(after).toContain(word);
				if (findConflicts(after).length > 0) return;
				importInto(root, theirs.text);
				expect(readFileSync(file, 'utf8')).toBe(after);
			} finally {
				rmSync(root, { recursive: true, force: true });
			}
		}),
		{ numRuns: 60 },
	);
}, 60_000);
