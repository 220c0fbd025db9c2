// Hugo with Pagefind: Markdown in a compiled language, and the same indexer.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { writeFiles } from '../write-files.mjs';
import { installed, pagefindStep } from './installed.mjs';
import { plainPlaces, plainSource, plainSources } from './plain-source.mjs';

const pagefind = { pagefind: '1.6.0' };
const program = { 'hugo-extended': '0.166.0' };

const page = (title, main) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><meta name="description" content="{{ .Description }}"></head>
<body><header><a href="/">A made-up group</a></header>${main}</body>
</html>
`;
const listMain = '<main><h1>{{ .Title }}</h1><ul>{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main>';

const files = {
	'hugo.toml': "baseURL = 'https://handbook.example/'\nlanguageCode = 'en'\ntitle = 'A made-up group'\ndisableKinds = ['taxonomy', 'term', 'RSS']\n",
	'layouts/_default/single.html': page(
		'{{ .Title }}',
		'<main data-pagefind-body><h1>{{ .Title }}</h1><p>{{ .Description }}</p><ul>{{ range .Params.tags }}<li>{{ . }}</li>{{ end }}</ul>{{ .Content }}</main>',
	),
	'layouts/_default/list.html': page('{{ .Title }}', listMain),
	'layouts/index.html': page('{{ .Title }}', listMain),
};

export const hugo = { name: 'Hugo + Pagefind', write };

function write(entries) {
	const home = installed('pagefind', pagefind);
	const hugoProgram = findHugo();
	const site = join(home, `hugo-${entries.length}`);
	writeFiles(site, { ...files, ...plainSources('content', entries, (entry) => plainSource(entry, [`tags: [${entry.tags.join(', ')}]`])) });
	return {
		folder: site,
		output: 'public',
		caches: ['public', 'resources', '.hugo_build.lock'],
		steps: [[hugoProgram], pagefindStep(home, 'public')],
		...plainPlaces('content', entries),
		version: versionOf(hugoProgram),
	};
}

/** The program of the npm package, which brings it from GitHub; where that cannot be reached, the one of the system, installed if need be. */
function findHugo() {
	const fetched = fetchedHugo();
	if (fetched !== undefined) return fetched;
	if (versionOf('hugo') === undefined && process.platform === 'linux') installSystemHugo();
	if (versionOf('hugo') === undefined) throw new Error('Its program could not be installed, neither from npm nor from the system. Install Hugo and try again.');
	return 'hugo';
}

function fetchedHugo() {
	try {
		const folder = join(installed('hugo', program), 'node_modules', 'hugo-extended');
		const places = ['hugo', 'hugo.exe'].map((name) => join(folder, 'bin', name));
		return places.find((path) => existsSync(path) && versionOf(path) !== undefined);
	} catch {
		return undefined;
	}
}

function installSystemHugo() {
	process.stderr.write("npm's Hugo could not be fetched; installing the system's package hugo ...\n");
	const [apt, ...before] = process.getuid() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
	spawnSync(apt, [...before, 'update', '-q'], { stdio: 'ignore' });
	spawnSync(apt, [...before, 'install', '-q', '-y', '--no-install-recommends', 'hugo'], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Number of a program's version; undefined if it does not start. */
function versionOf(path) {
	const { status, stdout } = spawnSync(path, ['version'], { encoding: 'utf8' });
	return status === 0 ? /v([\d.]+)/.exec(stdout)?.[1] : undefined;
}
