// Measures what the history of a made-up handbook adds to its build: with nothing kept, with all of it kept, and after one more commit.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.mjs';
import { textMaker, upper } from './made-up-texts.mjs';
import { measure } from './measure.mjs';
import { weigh } from './weigh.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** `--entries` and `--commits` for other sizes than 1,000 and 2,000, `--json` for programs. */
export async function benchHistory(args) {
	const { values } = parseArgs({
		args,
		options: { entries: { type: 'string', default: '1000' }, commits: { type: 'string', default: '2000' }, json: { type: 'boolean', default: false } },
	});
	const [entries, commits] = [Number(values.entries), Number(values.commits)];
	const folder = join(root, '.cache', 'bench', `history-${entries}-${commits}`);
	const paths = writeCorpus(folder, entries);
	const build = () => measure(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } });
	const clear = () => {
		for (const cache of ['dist', '.astro', 'node_modules']) rmSync(join(folder, cache), { recursive: true, force: true });
	};

	const report = { entries, commits };
	clear();
	report.withoutCold = await build();
	report.withoutWarm = await build();
	report.site = { without: weigh(join(folder, 'dist')) };
	commitAll(folder, paths, commits);
	clear();
	report.cold = await build();
	report.warm = await build();
	commitOne(folder, paths[0], commits);
	report.oneMore = await build();
	report.site.with = weigh(join(folder, 'dist'));
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
	const line = (text) => process.stdout.write(`${text}\n`);
	line(`${entries} entries, ${commits} commits`);
	for (const [name, { wall, cpu, peak }] of Object.entries(builds)) {
		line(`  ${name.padEnd(11)} ${wall.toFixed(1).padStart(6)} s wall ${cpu.toFixed(1).padStart(6)} s CPU ${(peak / 2 ** 20).toFixed(0).padStart(6)} MB at its peak`);
	}
	for (const [name, { files, bytes }] of Object.entries(site)) line(`  site ${name.padEnd(7)} ${files} files, ${(bytes / 2 ** 20).toFixed(1)} MB`);
}
