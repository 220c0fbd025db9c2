import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slugSegment } from '../../lib/slug.js';

interface Manifest {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	[key: string]: unknown;
}

/**
 * Makes a new repository depend on this engine. A checkout is packed into its `vendor/`, so that
 * `npm install` works anywhere; an installed release is depended on by its version.
 */
export function enginePackage(packageRoot: string, target: string, name: string): void {
	const { version } = readManifest(packageRoot);
	const manifest = readManifest(target);
	manifest.name = slugSegment(name);
	manifest.dependencies = { ...manifest.dependencies, sporeprint: isCheckout(packageRoot) ? `file:vendor/${pack(packageRoot, target)}` : `^${version}` };
	writeFileSync(join(target, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** A release holds no sources. */
function isCheckout(packageRoot: string): boolean {
	return existsSync(join(packageRoot, 'src'));
}

function pack(packageRoot: string, target: string): string {
	const vendor = join(target, 'vendor');
	mkdirSync(vendor, { recursive: true });
	const answer = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', vendor], {
		cwd: packageRoot,
		encoding: 'utf8',
		shell: process.platform === 'win32',
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const packed: unknown = JSON.parse(answer);
	// npm 11 answers with a list, npm 12 with an object by package name.
	const [first] = Object.values(packed as Record<string, { filename: string }>);
	if (!first) throw new Error('npm packed nothing.');
	return first.filename;
}

function readManifest(folder: string): Manifest {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
