import { keyOf } from '../../lib/key-of.js';
import type { BuildPlaces } from '../build-places.js';
import { hasOwnComponents } from '../own-components.js';
import { type PlainConfig, plainConfig } from './plain-config.js';
import { sourcesHash } from './site-inputs.js';

/**
 * Stands for all that the code of the pages is made from: the program, the configuration, and the files beside the content. Undefined where
 * nobody can know it: the group has components of its own, or a configuration that is more than data.
 */
export async function madeFrom({ root, publicDir }: Pick<BuildPlaces, 'root' | 'publicDir'>, program: string, known?: PlainConfig): Promise<string | undefined> {
	const config = known ?? (await plainConfig(root));
	if (!config || hasOwnComponents(root)) return undefined;
	const files = sourcesHash({ root, folders: [publicDir], setting: config.text });
	return files && keyOf([program, files]);
}
