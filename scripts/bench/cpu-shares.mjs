// Whose code the processor was busy with, from the samples that Node takes with --cpu-prof.

/** Packages that are spoken of together. */
const families = [
	[
		/^(?:micromark|mdast|hast|unist|remark|rehype|unified|vfile|parse5|lowlight|property-information|space-separated-tokens|comma-separated-tokens|trough|highlight\.js|estree-util|acorn)/,
		'Markdown packages',
	],
	[/^(?:vite|rolldown|@rolldown|rollup|esbuild|lightningcss)/, 'bundler packages'],
	[/^(?:astro|@astrojs)(?:\/|$)/, 'Astro'],
];

/**
 * Seconds of each owner, the most first: folders of Sporeprint's `dist/`, packages, and the pages as they were bundled. What Node
 * does by itself counts to those who called it. `root` is the folder of the package, `site` that of the site.
 */
export function sharesOf(profiles, root, site) {
	const shares = new Map();
	for (const profile of profiles) {
		const owners = ownersOf(profile, root, site);
		profile.samples.forEach((id, index) => {
			const owner = owners.get(id);
			if (owner !== 'waiting') shares.set(owner, (shares.get(owner) ?? 0) + profile.timeDeltas[index] / 1_000_000);
		});
	}
	return [...shares].map(([owner, seconds]) => ({ owner, seconds })).sort((a, b) => b.seconds - a.seconds);
}

/** The owner of every node of a profile's tree. A caller stands before those that it calls. */
function ownersOf({ nodes }, root, site) {
	const owners = new Map();
	const callers = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
	for (const { id, callFrame } of nodes) owners.set(id, ownerOf(callFrame, root, site) ?? owners.get(callers.get(id)) ?? 'Node');
	return owners;
}

/** Whose a function is; undefined for Node's own. */
function ownerOf({ url, functionName }, root, site) {
	if (functionName === '(idle)') return 'waiting';
	if (functionName === '(garbage collector)') return 'garbage collection';
	if (functionName === '(program)') return 'native code called from JavaScript';
	if (!url.startsWith('file:') && !url.startsWith('/')) return undefined;
	const path = decodeURI(url.replace(/^file:\/\//, ''));
	const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
	// Before the package: what Astro bundles lies below node_modules of the site, and the site below the package's folder.
	if (path.startsWith(`${site}/`) && (name === undefined || name.startsWith('.'))) return 'pages, as bundled';
	if (name !== undefined) return families.find(([pattern]) => pattern.test(name))?.[1] ?? name;
	const [, layer] = path.startsWith(root) ? (/^\/?dist\/([^/.]+)/.exec(path.slice(root.length)) ?? []) : [];
	return layer === undefined ? 'other files' : `Sporeprint: ${layer}`;
}
