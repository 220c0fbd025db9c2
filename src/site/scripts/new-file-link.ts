/** A link to the editor of a new file. */
export interface NewFileLink {
	href: string;
	/** True when the file has the text in it already; otherwise it has to be pasted. */
	isFilled: boolean;
}

/** Hosts refuse longer addresses, GitHub from about 8,000 characters on. */
const longestAddress = 7500;

/** How hosts address a new file on the default branch, with a name and, where they take it, a text. */
const hosts: { host: RegExp; repository: RegExp; link: (repo: string, file: string, text: string) => URL; takesText: boolean }[] = [
	{ host: /^github\.com$/, repository: /^\/[^/]+\/[^/]+/, link: (repo, filename, value) => withQuery(`${repo}/new/HEAD`, { filename, ...(value && { value }) }), takesText: true },
	// GitLab takes a name, and leaves the text out.
	{ host: /^gitlab\./, repository: /^\/[^/]+(?:\/(?!-\/)[^/]+)+/, link: (repo, file_name) => withQuery(`${repo}/-/new/HEAD`, { file_name }), takesText: false },
	// https://docs.gitea.com/development/integrations, which Forgejo has too.
	{
		host: /^codeberg\.org$/,
		repository: /^\/[^/]+\/[^/]+/,
		link: (repo, file, value) => {
			const folder = file.slice(0, file.lastIndexOf('/') + 1);
			return withQuery(`${repo}/_new/${folder}`, { filename: file.slice(folder.length), ...(value && { value }) });
		},
		takesText: true,
	},
];

/** The link to a new file in a repository, whose address may be written as people do. Undefined when the host is not known. */
export function newFileLink(repository: string, file: string, text: string): NewFileLink | undefined {
	const typed = repository.trim().replace(/^git@([^:/]+):/, 'https://$1/');
	const url = URL.parse(/^https?:\/\//i.test(typed) ? typed : `https://${typed}`);
	const host = url && hosts.find((each) => each.host.test(url.host));
	const path = url && host?.repository.exec(url.pathname)?.[0].replace(/(?:\.git)?\/?$/, '');
	if (!host || !path) return undefined;
	const repo = `https://${url.host}${path}`;
	const filled = host.takesText ? host.link(repo, file, text).href : '';
	return filled !== '' && filled.length <= longestAddress ? { href: filled, isFilled: true } : { href: host.link(repo, file, '').href, isFilled: false };
}

function withQuery(address: string, query: Record<string, string>): URL {
	const url = new URL(address);
	// Not URLSearchParams: some of these hosts take its plus signs as they are.
	url.search = Object.entries(query)
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join('&');
	return url;
}
