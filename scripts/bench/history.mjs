// Measures what the history of a made-up handbook adds to its build: with nothing kept, with all of it kept, and after one more commit.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build, clearCaches } from './build-round.mjs';
import { madeEntries } from './corpus.mjs';
import { benchFolder, handbookSite } from './handbook-site.mjs';
import { textMaker, upper } from './made-up-texts.mjs';
import { weigh } from './weigh.mjs';
import { effort, line, megabytes } from './wording.mjs';

/** `--entries` and `--commits` for other sizes than 1,000 and 2,000, `--json` for programs. */
export async function benchHistory(args) {
	const { values } = parseArgs({
		args,
		options: { entries: { type: 'string', default: '1000' }, commits: { type: 'string', default: '2000' }, json: { type: 'boolean', default: false } },
	});
	const [entries, commits] = [Number(values.entries), Number(values.commits)];
	const site = handbookSite(benchFolder(`history-${entries}-${commits}`), madeEntries(entries));
	const { folder, texts } = site;
	const weight = () => weigh(join(folder, site.output), site.pages);

	const report = { entries, commits };
	clearCaches(site);
	report.withoutCold = await build(site);
	report.withoutWarm = await build(site);
	report.site = { without: weight() };
	commitAll(folder, texts, commits);
	clearCaches(site);
	report.cold = await build(site);
	report.warm = await build(site);
	commitOne(folder, texts[0], commits);
	report.oneMore = await build(site);
	report.site.with = weight();
	if (values.json) process.stdout.write(`${JSON.stringify(report, null, '\t')}\n`);
	else print(report);
}

/** The first commit has all texts, and each of the others changes some words of one and adds a sentence. */
function commitAll(folder, paths, commits) {
	const { between, words } = textMaker(commits);
	const texts = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
	const others = ['content/group.md', 'astro.config.mjs'].map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
	const stream = [commitOf(0, 'Everything that we have', [...others, ...texts])];
	for (let number = 1; number < commits; number += 1) {
		const path = paths[between(0, paths.length - 1)];
		const paragraphs = texts.get(path).split('\n\n');
		const at = between(1, paragraphs.length - 1);
		paragraphs[at] = `${paragraphs[at].split(' ').slice(0, -3).join(' ')} ${words(3).join(' ')}. ${upper(words(12).join(' '))}.`;
		texts.set(path, paragraphs.join('\n\n'));
		stream.push(commitOf(number, upper(words(6).join(' ')), [[path, texts.get(path)]]));
	}
	git(folder, ['init', '--quiet', '--initial-branch=main']);
	git(folder, ['fast-import', '--quiet'], stream.join(''));
	git(folder, ['reset', '--quiet', '--hard', 'main']);
}

function commitOne(folder, path, number) {
	const text = `${readFileSync(join(folder, path), 'utf8')}\nOne more sentence.\n`;
	git(folder, ['fast-import', '--quiet'], commitOf(number, 'One more', [[path, text]], 'from refs/heads/main^0\n'));
	git(folder, ['reset', '--quiet', '--hard', 'main']);
}

/** A commit in the language of git fast-import; one every three hours. */
function commitOf(number, message, files, from = '') {
	const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
	const changes = files.map(([path, text]) => `M 644 inline ${path}\n${data(text)}`);
	return `commit refs/heads/main\ncommitter Moss <moss@example.org> ${1_600_000_000 + number * 10_800} +0000\n${data(message)}${from}${changes.join('')}\n`;
}

function git(folder, args, input) {
	execFileSync('git', args, { cwd: folder, input, stdio: ['pipe', 'ignore', 'inherit'] });
}

function print({ entries, commits, site, ...builds }) {
	line(`${entries} entries, ${commits} commits`);
	for (const [name, figures] of Object.entries(builds)) line(`  ${name.padEnd(11)} ${effort(figures)}`);
	for (const [name, { files, bytes }] of Object.entries(site)) line(`  site ${name.padEnd(7)} ${files} files, ${megabytes(bytes)}`);
}
