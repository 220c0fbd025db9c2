import { type Problem, problem, type Result } from '../../errors.js';
import { hrefOfId } from '../../lib/href.js';
import { type RenderedText, type RenderOptions, renderText } from '../../markdown/render.js';
import type { Target, TargetResolver } from '../../markdown/target.js';
import { kindFolders } from '../../schema/kinds.js';
import { stringsFor } from '../../strings/index.js';
import type { Member, Network } from '../network.js';
import type { Registry } from './read-registry.js';

const file = 'content/network.md';

/** Pages and files of the index that its text may link to. */
const pages: readonly string[] = ['groups', 'status', 'search', 'tags', 'feeds', ...Object.values(kindFolders)];
const files: readonly string[] = ['network.json', 'network.ndjson', 'status.json', 'feed.xml', 'feed.json', 'handbooks.opml'];

/** What the network says of itself: its own text, whose links may lead to its members and their texts. */
export function readHost({ fields, lang, source, body, bodyLine }: Registry, members: readonly Member[], base: string): Result<Network['host']> {
	const options: RenderOptions = { title: fields.name, labels: stringsFor(lang).text, resolver: hostTargets(members, base), trust: 'own' };
	const problems: Problem[] = [];
	let text: RenderedText;
	try {
		text = renderText(body, options);
	} catch {
		problems.push(problem('text-invalid', { file, line: bodyLine }, 'This text has quotations, lists or HTML elements too deep within each other to be read.', 'Take them apart.'));
		text = renderText('', options);
	}
	problems.push(...text.faults.map(({ code, message, hint, line, column }) => problem(code, { file, line: line + bodyLine - 1, column }, message, hint)));
	return { value: { fields, lang, source, text }, problems };
}

function hostTargets(members: readonly Member[], base: string): TargetResolver {
	const ids = new Map<string, string>(pages.map((page) => [page, page]));
	for (const { id, handbook } of members) {
		ids.set(`groups/${id}`, `groups/${id}`).set(`members/${id}.yml`, `groups/${id}`);
		for (const entry of handbook?.entries ?? []) ids.set(entry.id, entry.id);
		for (const { from, to } of handbook?.redirects ?? []) ids.set(from, to);
	}
	return { link: (address) => resolveLink(address, ids, base), image: resolveImage };
}

function resolveLink(address: string, ids: ReadonlyMap<string, string>, base: string): Target {
	const external = externalTarget(address);
	if (external) return external;
	const [, path = '', fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
	if (path === '' && fragment !== undefined) return { type: 'fragment', fragment };
	const name = path.replace(/^\.?\/+|\/+$/g, '');
	if (path !== '' && (name === '' || name === '.')) return { type: 'internal', href: base };
	if (files.includes(name)) return { type: 'file', href: base + name };
	const id = ids.get(name);
	if (id === undefined) return { type: 'broken', code: 'link-broken', message: `There is nothing at “${address}”.` };
	return { type: 'internal', href: hrefOfId(base, id), ...(fragment && { fragment }) };
}

function resolveImage(address: string): Target {
	return externalTarget(address) ?? { type: 'broken', code: 'image-missing', message: `There is no image at “${address}”.`, hint: 'The text of a network has no images.' };
}

function externalTarget(address: string): Target | undefined {
	if (address.startsWith('//')) return { type: 'external', href: `https:${address}` };
	return /^[a-z][a-z0-9+.-]*:/i.test(address) ? { type: 'external', href: address } : undefined;
}
