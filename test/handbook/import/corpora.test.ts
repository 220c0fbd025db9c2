import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { Handbook } from '../../../src/handbook/handbook.js';
import type { ImportPlan } from '../../../src/handbook/import/import-plan.js';
import { writeImport } from '../../../src/handbook/import/write-import.js';
import { readHandbook } from '../../../src/handbook/read-handbook.js';
import { emptyFolder, planOf } from './source-folder.js';

const corpora = fileURLToPath(new URL('../../../../shared/corpora/', import.meta.url));
const entries: Record<string, number> = { 'enspiral-handbook': 62, 'enspiral-handbook-fork-utunga': 63, 'loomio-coop-handbook': 42, 'greaterthan-handbook': 53, 'kanthaus-governance-2019': 16 };

describe.skipIf(!existsSync(corpora)).each(Object.keys(entries))('%s', (name) => {
	const source = join(corpora, name);
	const imported = (): { plan: ImportPlan; handbook: Handbook; problems: ReturnType<typeof readHandbook>['problems'] } => {
		const target = emptyFolder();
		const plan = planOf(source);
		writeImport(plan, target);
		const { value, problems } = readHandbook(target);
		return { plan, handbook: value, problems };
	};

	test('every text is an entry, without errors', () => {
		const { plan, handbook, problems } = imported();
		expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
		expect(handbook.entries).toHaveLength(entries[name] ?? 0);
		expect(plan.texts).toHaveLength(entries[name] ?? 0);
	});

	test('the report lists the broken links and missing images that the reader finds, and no others', () => {
		const { plan, problems } = imported();
		const found = (code: string): string[] =>
			problems
				.filter((problem) => problem.code === code)
				.map(({ file, line }) => `${file}:${line}`)
				.sort();
		expect(plan.findings.brokenLinks.map(({ file, fileLine }) => `${file}:${fileLine}`).sort()).toEqual(found('link-broken'));
		expect(plan.findings.missingImages.map(({ file, fileLine }) => `${file}:${fileLine}`).sort()).toEqual(found('image-missing'));
	});

	test('every broken link stands in the source just so, at the line named', () => {
		const { findings } = planOf(source);
		const led = new Set(findings.brokenLinks.filter(({ why }) => why.startsWith('There is no heading')));
		for (const link of [...findings.brokenLinks.filter((each) => !led.has(each)), ...findings.missingImages]) {
			const line = readFileSync(join(source, link.from), 'utf8')
				.split('\n')
				.slice(link.line - 1, link.line + 3)
				.join('\n');
			expect(line).toContain(link.target);
		}
	});

	test('not a sentence is lost', () => {
		const { plan, handbook } = imported();
		const byPath = new Map(handbook.entries.map((entry) => [entry.path, entry]));
		const lost = plan.texts.flatMap(({ from, to }) => {
			const entry = byPath.get(to);
			const there = squeeze(`${entry?.title}\n${entry?.text.text}`);
			return sentencesOf(readFileSync(join(source, from), 'utf8'))
				.filter((sentence) => !there.includes(squeeze(sentence)))
				.map((sentence) => `${from}: ${sentence}`);
		});
		expect(lost).toEqual([]);
	});
});

describe.skipIf(!existsSync(corpora))('enspiral-handbook, in detail', () => {
	const source = join(corpora, 'enspiral-handbook');

	test('the order begins with that of SUMMARY.md', () => {
		const target = emptyFolder();
		const plan = planOf(source);
		writeImport(plan, target);
		const idOf = new Map(plan.texts.map(({ from, id }) => [from, id]));
		const listed = [...readFileSync(join(source, 'src/SUMMARY.md'), 'utf8').matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => idOf.get(`src/${path}`));
		expect(listed).toHaveLength(56);
		expect(
			readHandbook(target)
				.value.entries.slice(0, 56)
				.map(({ id }) => id),
		).toEqual(listed);
	});

	test('documents without an extension come along', () => {
		expect(
			planOf(source)
				.texts.filter(({ from }) => !from.endsWith('.md'))
				.map(({ to, title }) => `${to} ${title}`),
		).toEqual(['guides/board-member-off-boarding.md Board - Member Off-boarding', 'guides/board-new-member-on-boarding.md Board - New Member On-boarding']);
	});

	test('thirteen links to texts are broken; the others lead to files that the corpus leaves out, to nothing or to a heading', () => {
		const targets = planOf(source).findings.brokenLinks.map(({ from, line, target }) => `${from.slice(4)}:${line} ${target}`);
		const toTexts = targets.filter((target) => / [^#]+\.md(?:#|$)/.test(target) && !target.includes('#contributing-to-the-handbook'));
		expect(toTexts).toHaveLength(13);
		expect(targets.filter((target) => !toTexts.includes(target))).toEqual([
			'guides/comms_guidelines.md:75 ',
			'guides/github_for_beginners.md:25 ../pages/introduction.md#contributing-to-the-handbook',
			'brand/README.md:12 enspiral-logo-1280.png',
			'brand/README.md:17 enspiral-logo-guide.pdf',
			'brand/README.md:18 enspiral-brand-presentation.ai',
		]);
	});

	test('decisions are taken from the two agreements that name one for certain', () => {
		const { findings } = planOf(source);
		expect(findings.lifted.map(({ to, value }) => [to, value])).toEqual([
			['agreements/email-accounts-agreement.md', { date: '2019-04', url: 'https://www.loomio.org/d/tLkZUOV5/email-accounts-agreement' }],
			['agreements/working-groups.md', { date: '2019-04', url: 'https://www.loomio.org/p/vksIn6z0/we-approve-the-working-group-agreement' }],
		]);
		expect(findings.unsure.map(({ from, line }) => `${from}:${line}`)).toEqual(['src/agreements/pods.md:3', 'src/agreements/pods.md:11']);
	});
});

/** What a source says, paragraph by paragraph and sentence by sentence: its words alone, without what this test does not judge. */
function sentencesOf(source: string): string[] {
	const body = source.replace(/^---\n[\s\S]*?\n---\n/, (block) => (/^[\w-]+:/m.test(block) ? '' : block));
	const sentences: string[] = [];
	visit(unified().use(remarkParse).use(remarkGfm).parse(body), (node: Nodes) => {
		if (node.type === 'code') sentences.push(node.value);
		if (node.type === 'html') sentences.push(...wordsOfHtml(node.value));
		if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
		// An image that is there has no words on the page; one that is not is a matter of the links.
		const words = textOf(node, { includeHtml: false, includeImageAlt: false });
		sentences.push(...words.split(/(?<=[.!?])\s+|\n/));
	});
	// Signs alone are notation, such as the three equals signs that end a summary in Grav.
	return sentences.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** The words between tags. Embeds have none: they become links. */
function wordsOfHtml(html: string): string[] {
	return html
		.replace(/<!--[\s\S]*?-->|<iframe[\s\S]*?<\/iframe>/g, '')
		.split(/<[^>]*>/)
		.map((words) =>
			words
				.replace(/&nbsp;|&#x20;/g, ' ')
				.replace(/&quot;/g, '"')
				.replace(/&apos;|&#39;/g, "'")
				.replace(/&lt;/g, '<')
				.replace(/&gt;/g, '>')
				.replace(/&amp;/g, '&'),
		);
}

/** Words without their spaces, which a page may break elsewhere. */
function squeeze(text: string): string {
	return text.normalize('NFC').replace(/[\s\u200b\ufeff]+/gu, '');
}
