import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

const placeholder =
	/^(?:\W*(?:to ?do|tbd|tba|coming soon|to be (?:written|done|added|continued)|under construction|work in progress|wip|placeholder|lorem ipsum.{0,4000}|in arbeit|folgt(?: bald)?|próximamente|en construcción|à venir|bientôt|en construction)\W*)$/isu;

/**
 * What a text says instead of anything: “TODO”, “Coming soon”, “Lorem ipsum”. Its title does not count. An empty text that opens a
 * folder is none, nor is one with facts at its top: programs make their own pages of those.
 */
export function placeholderOf(tree: Root, { hasFacts, opensFolder }: { hasFacts: boolean; opensFolder: boolean }): string | undefined {
	if (tree.children.length === 0) return hasFacts || opensFolder ? undefined : 'it is empty';
	const blocks = tree.children.filter(({ type }, index) => !(type === 'heading' && index === 0));
	if (blocks.length === 0 || blocks.length > 5 || blocks.some(({ type }) => type !== 'paragraph' && type !== 'blockquote')) return undefined;
	const words = textOf({ type: 'root', children: blocks }, { includeHtml: true }).replace(/\s+/g, ' ').trim();
	return placeholder.test(words) ? `all it says is “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”` : undefined;
}
