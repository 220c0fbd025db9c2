// Completes package-lock.json, run after every `npm install`:
//   node scripts/complete-lock.mjs            writes what is missing
//   node scripts/complete-lock.mjs --check    only says what is missing, and fails
// npm leaves out the platform packages it could not look up, with registry mirrors that lag or platforms that are not ours, and then
// `npm ci` fails everywhere: https://github.com/npm/cli/issues/4828. The parent names each of them with its exact version, so the
// entry can be written without the registry; only its checksum is then unknown.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const text = readFileSync(path, 'utf8');
const lock = JSON.parse(text);
const missing = missingPlatforms(lock.packages);
const names = Object.keys(missing);
if (names.length > 0 && process.argv.includes('--check')) {
	process.stderr.write(`package-lock.json lacks ${names.length} optional packages, so “npm ci” would fail. Run: node scripts/complete-lock.mjs\n${names.map((name) => `  ${name}\n`).join('')}`);
	process.exit(1);
}
if (names.length > 0) {
	lock.packages = sorted({ ...lock.packages, ...missing });
	writeFileSync(path, `${JSON.stringify(lock, null, /^[\t ]+/m.exec(text)?.[0] ?? '\t')}\n`);
	process.stdout.write(`Added ${names.length} platform packages to package-lock.json.\n`);
}

/** An entry for every optional dependency with an exact version that the lock file does not place anywhere. */
function missingPlatforms(packages) {
	const found = {};
	for (const [place, { optionalDependencies = {}, dev, devOptional }] of Object.entries(packages)) {
		for (const [name, version] of Object.entries(optionalDependencies)) {
			if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version) || isPlaced(packages, place, name)) continue;
			found[`node_modules/${name}`] = { version, ...sorted({ ...platform(name), ...((dev || devOptional) && { dev: true }), optional: true }) };
		}
	}
	return found;
}

/** Whether node_modules beside or above a package holds `name`, as Node would look for it. */
function isPlaced(packages, place, name) {
	for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
		if (packages[`${folder && `${folder}/`}node_modules/${name}`]) return true;
		if (folder === '') return false;
	}
}

/** The platform a binary package is for, read from the words of its name, which is how all of them are named. */
function platform(name) {
	const words = name.replace(/^@[^/]+\//, '').split('-');
	const os = { android: 'android', darwin: 'darwin', freebsd: 'freebsd', linux: 'linux', openharmony: 'openharmony', win32: 'win32', windows: 'win32' };
	const cpu = { arm: 'arm', arm64: 'arm64', ia32: 'ia32', ppc64: 'ppc64', riscv64: 'riscv64', s390x: 's390x', x64: 'x64' };
	const libc = { gnu: 'glibc', musl: 'musl', musleabihf: 'musl', gnueabihf: 'glibc' };
	const find = (table) => words.filter((word) => Object.hasOwn(table, word)).map((word) => table[word]);
	const found = { cpu: find(cpu), ...(words.includes('linux') && { libc: find(libc) }), os: find(os) };
	if (found.os.length === 0 || found.cpu.length === 0) throw new Error(`The name ${name} does not say which platform it is for.`);
	return Object.fromEntries(Object.entries(found).filter(([, values]) => values.length > 0));
}

/** The same object with its keys in npm's order. */
function sorted(object) {
	return Object.fromEntries(Object.entries(object).sort(([a], [b]) => a.localeCompare(b, 'en')));
}
