/** True for the address of a repository that git can fetch: of the web, of a host by ssh, or of this computer. */
export function isGitAddress(given: string): boolean {
	return /^(?:https?|ssh|git|git\+ssh|file|ext|ftps?):\/\//i.test(given) || /^[\w.-]+@[\w.-]+:[^:]/.test(given) || /^ext::/i.test(given);
}

/** A name for what was fetched, as the address ends. */
export function repositoryName(address: string): string {
	const last =
		address
			.replace(/[?#].*$/s, '')
			.replace(/[/\\]+$/, '')
			.replace(/\.git$/i, '')
			.split(/[/\\:]/)
			.at(-1) ?? '';
	const plain = last.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '');
	return plain || 'repository';
}
