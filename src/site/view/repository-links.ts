/** Where a host makes a repository of one's own from another. */
export interface RepositoryLinks {
	/** A new repository with the same files, where its owners have marked it as a template. */
	template?: string | undefined;
	/** A repository that remembers where it comes from. */
	fork?: string | undefined;
}

/** The links of well-known hosts; empty for any other. */
export function repositoryLinks(repo: string): RepositoryLinks {
	const url = URL.parse(repo);
	const path = url?.pathname.replace(/(?:\.git)?\/?$/, '') ?? '';
	const [, owner, name] = /^\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
	if (url?.host === 'github.com' && owner && name) {
		return { template: `https://github.com/new?template_owner=${owner}&template_name=${name}`, fork: `https://github.com${path}/fork` };
	}
	return url && /^gitlab\./.test(url.host) && owner ? { fork: `https://${url.host}${path}/-/forks/new` } : {};
}
