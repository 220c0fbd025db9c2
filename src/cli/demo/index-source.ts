import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { copyTemplate } from '../init/copy-template.js';

/**
 * Copies the template of a network, whose members are the handbooks of the demo. Their addresses here are local ones;
 * the network's own stays the one that they name, because that is how they agree to be in it. Snapshots of an earlier demo stay.
 */
export function makeIndexSource(packageRoot: string, folder: string, addressOf: (member: string) => string | undefined): void {
	rmSync(join(folder, 'content'), { recursive: true, force: true });
	copyTemplate(packageRoot, 'network', folder);
	const members = join(folder, 'content', 'members');
	for (const file of existsSync(members) ? readdirSync(members) : []) {
		const address = addressOf(basename(file, '.yml'));
		if (address !== undefined) setAddress(join(members, file), address);
	}
}

/** Puts an address into the line that holds it. */
export function setAddress(file: string, url: string): void {
	writeFileSync(file, readFileSync(file, 'utf8').replace(/^url:.*$/m, `url: ${url}`));
}
