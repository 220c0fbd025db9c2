/** How well-known hosts address the editor of a file on the default branch. */
const editors: { host: RegExp; edit: (repo: string, path: string) => string }[] = [
	{ host: /^github\.com$/, edit: (repo, path) => `${repo}/edit/HEAD/${path}` },
	{ host: /^gitlab\./, edit: (repo, path) => `${repo}/-/edit/HEAD/${path}` },
	{ host: /^codeberg\.org$/, edit: (repo, path) => `${repo}/_edit/HEAD/${path}` },
];

/** Address where a file of a repository can be edited; undefined when the host is not known. */
export function editLink(repo: string | undefined, path: string): string | undefined {
	const url = repo === undefined ? undefined : URL.parse(repo);
	if (!url) return undefined;
	const editor = editors.find(({ host }) => host.test(url.host));
	const encoded = path.split('/').map(encodeURIComponent).join('/');
	return editor?.edit(url.href.replace(/(?:\.git)?\/?$/, ''), encoded);
}
