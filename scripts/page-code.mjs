// Has Astro bundle the code of each kind of site once, so that a site with nothing but content of its own needs neither Astro nor Vite.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/** A site of each kind, as small as it can be: no word of it is in the code. */
const smallest = {
	handbook: { 'content/group.md': '---\nname: A group\n---\n' },
	network: { 'content/network.md': '---\nname: A network\nurl: https://network.example/\n---\n' },
};

/** What Astro knows of the site as a whole, in the module that knows all its pages. */
const manifestCall = /(?<=deserializeManifest\()\{.*\}(?=\);\n)/;

/** Bundles the code with the package in `dist`, puts it into `dist/page-code`, and throws when Astro does not. `work` is an empty folder for it. */
export async function addPageCode(dist, root, work) {
	const { programHash } = await import(pathToFileURL(join(dist, 'site/engine-stamp.js')).href);
	const program = programHash(dist);
	const installed = join(work, 'node_modules', 'sporeprint');
	mkdirSync(installed, { recursive: true });
	cpSync(join(root, 'package.json'), join(installed, 'package.json'));
	cpSync(dist, join(installed, 'dist'), { recursive: true });
	// Astro writes this variable, in which shells name the program that they start, into the code.
	const { _, ...env } = process.env;
	for (const [kind, files] of Object.entries(smallest)) {
		const site = join(work, kind);
		write(site, { ...files, 'package.json': '{ "private": true, "type": "module" }\n', 'astro.config.mjs': configuration(kind) });
		const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', site], {
			cwd: site,
			encoding: 'utf8',
			env: { ...env, ASTRO_TELEMETRY_DISABLED: '1' },
		});
		if (status !== 0) throw new Error(`Astro cannot bundle the code of a ${kind}:\n${stdout}${stderr}`);
		take(site, join(dist, 'page-code', kind), work, program);
	}
}

function configuration(kind) {
	return `import { ${kind} } from 'sporeprint';\nexport default { integrations: [${kind}()] };\n`;
}

/** Takes the code that a build has kept, without the address of the site and the folders of this machine. */
function take(site, to, work, program) {
	const [recordFile] = globSync('node_modules/.astro/sporeprint/site-*/code/record.json', { cwd: site });
	if (recordFile === undefined) throw new Error(`A build of ${site} has kept no code.`);
	const code = join(site, dirname(recordFile));
	const { entry, pages } = JSON.parse(readFileSync(join(site, recordFile), 'utf8'));
	cpSync(join(code, 'client'), join(to, 'client'), { recursive: true });
	for (const file of globSync('**/*.mjs', { cwd: join(code, 'server') })) {
		const text = withoutFolder(readFileSync(join(code, 'server', file), 'utf8'), work);
		write(join(to, 'server'), { [file]: file === entry ? toldItsPlace(text) : text });
	}
	write(to, { 'record.json': JSON.stringify({ program, entry, pages }) });
}

/** A text in which a folder is no part of any path or address. */
function withoutFolder(text, folder) {
	return text.replaceAll(pathToFileURL(folder).pathname, '').replaceAll(folder.replaceAll('\\', '/'), '');
}

/** Lets whoever imports the module say where the site stands, in its address: as `CodePlace` in src/site/keeping/page-code.ts. */
function toldItsPlace(text) {
	if (!manifestCall.test(text)) throw new Error('Astro writes its manifest in another way, so that no site could be told where it stands.');
	return text.replace(manifestCall, (known) => `{...${known},...JSON.parse(new URL(import.meta.url).searchParams.get('place'))}`);
}

function write(folder, files) {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}
