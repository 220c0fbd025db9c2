// Builds dist/, what is published: JavaScript and declarations from tsc, every other file of src/ as it stands, and the JSON Schemas.
// The old dist/ stays until the new one is complete, so a failed build leaves the last good one.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { files, sourceHash, writeStamp } from './build-stamp.mjs';
import { addPageCode } from './page-code.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');
const next = join(root, '.cache', `dist-${process.pid}`);
const hash = sourceHash(root);
const work = join(root, '.cache', `page-code-${process.pid}`);
process.on('exit', () => {
	for (const folder of [next, work]) rmSync(folder, { recursive: true, force: true });
});

const { status } = spawnSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '--project', 'tsconfig.build.json', '--outDir', next], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(1);

for (const file of files(root, 'src').filter((name) => !/(?<!\.d)\.ts$/.test(name))) {
	const target = join(next, file.slice('src/'.length));
	mkdirSync(dirname(target), { recursive: true });
	cpSync(join(root, file), target);
}

await writeSchemas();
if (existsSync(join(next, 'cli', 'main.js'))) chmodSync(join(next, 'cli', 'main.js'), 0o755);
// Last, as it is bundled from all the rest.
await addPageCode(next, root, work);
writeStamp(next, hash);
rmSync(dist, { recursive: true, force: true });
renameSync(next, dist);
linkProgram();

/** The JSON Schemas for editors, as `jsonSchemas()` gives them: file name to schema. */
async function writeSchemas() {
	const source = join(next, 'schema', 'json-schema.js');
	if (!existsSync(source)) return;
	const { jsonSchemas } = await import(pathToFileURL(source).href);
	mkdirSync(join(next, 'schemas'), { recursive: true });
	for (const [name, schema] of Object.entries(jsonSchemas())) writeFileSync(join(next, 'schemas', name), `${JSON.stringify(schema, null, '\t')}\n`);
}

/** npm links no program whose file is not there yet, as in a fresh clone; so it is asked again once there is one. */
function linkProgram() {
	if (existsSync(join(root, 'node_modules', '.bin', 'sporeprint')) || !existsSync(join(dist, 'cli', 'main.js'))) return;
	spawnSync('npm', ['rebuild', 'sporeprint', '--ignore-scripts', '--loglevel=error'], { cwd: root, shell: process.platform === 'win32', stdio: ['ignore', 'ignore', 'inherit'] });
}
