import { createRequire } from 'node:module';
import type { Root } from 'hast';
import type { VFile } from 'vfile';

const require = createRequire(import.meta.url);

type Highlight = () => (tree: Root, file: VFile) => void;

let known: Highlight | undefined;

/** Colours code by its language. The grammars of two hundred languages are loaded with the first text that holds code: most handbooks have none. */
export function highlighter(): Highlight {
	known ??= (require('rehype-highlight') as { default: Highlight }).default;
	return known;
}
