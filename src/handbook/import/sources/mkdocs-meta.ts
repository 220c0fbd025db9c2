import type { Line } from '../lines.js';
import type { SplitSource } from '../split-front-matter.js';

/** Names of facts that people write at the top of a text. A text that begins with another one is left as it is. */
const known = new Set([
	'title',
	'author',
	'authors',
	'date',
	'description',
	'summary',
	'tags',
	'template',
	'keywords',
	'draft',
	'status',
	'hide',
	'icon',
	'lang',
	'language',
	'category',
	'categories',
	'updated',
	'version',
	'licence',
	'license',
]);

const fact = /^ {0,3}([A-Za-z][\w-]*):(?:\s+(.*))?$/;
const more = /^ {4,}(.+)$/;

/** The facts of MultiMarkdown at the very top of a text, without any line around them, as MkDocs reads them. */
export function metaLines({ body, bodyLine, broken }: SplitSource): { fields: Record<string, string>; count: number; note?: string } | undefined {
	if (bodyLine !== 1 || broken) return undefined;
	const fields = new Map<string, string>();
	let last: string | undefined;
	let count = 0;
	for (const line of body.slice(0, 20_000).split(/\r?\n/)) {
		const [, name, value = ''] = fact.exec(line) ?? [];
		const goesOn = last === undefined ? undefined : more.exec(line)?.[1];
		if (name !== undefined) {
			last = name.toLowerCase();
			fields.set(last, value.trim());
		} else if (last !== undefined && goesOn !== undefined) fields.set(last, `${fields.get(last) ?? ''}${/^(?:authors?|tags)$/.test(last) ? ',' : ''} ${goesOn.trim()}`.trim());
		else {
			if (line.trim() !== '' || fields.size === 0) return undefined;
			break;
		}
		count += 1;
	}
	if (fields.size === 0) return undefined;
	const isFacts = [...fields.keys()].every((name) => known.has(name)) || fields.has('title');
	return isFacts
		? { fields: Object.fromEntries(fields), count }
		: { fields: {}, count: 0, note: 'MkDocs takes the first lines of this text for facts and shows them to nobody. They are a part of the text now.' };
}

/** A text without the facts at its top, which are fields by now. */
export function withoutMetaLines(lines: readonly Line[], { data }: { data: Readonly<Record<string, unknown>> }): readonly Line[] {
	if (Object.keys(data).length > 0) return lines;
	const count =
		metaLines({
			data: {},
			body: lines
				.slice(0, 200)
				.map(({ text }) => text)
				.join('\n'),
			bodyLine: lines[0]?.from ?? 1,
		})?.count ?? 0;
	return lines.slice(count);
}
