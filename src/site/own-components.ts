import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listContent } from '../handbook/list-content.js';

/** True when a group has components of its own: in its texts, or in pages beside them. */
export function hasOwnComponents(root: string): boolean {
	return existsSync(join(root, 'src')) || listContent(root).value.some((path) => path.endsWith('.mdx'));
}
