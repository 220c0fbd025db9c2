import { homeAddress } from '../../network/home-address.js';

const forges: ReadonlySet<string> = new Set(['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org']);

/** The address by which a network knows a handbook, or what is wrong with the one given. */
export function handbookAddress(given: string): { address: string } | { fault: string } {
	const address = homeAddress(given);
	if (address === undefined) return { fault: 'should be a web address that starts with https://, such as https://our-group.example/handbook/' };
	if (forges.has(hostOf(address))) return { fault: 'is the address of a repository. Give the one at which people read the handbook, such as https://our-name.github.io/our-handbook/' };
	return { address };
}

/** Host and path in words: what an id is made of that no other handbook is likely to have. */
export function wordsOfAddress(address: string): string {
	return `${hostOf(address)} ${new URL(address).pathname}`;
}

function hostOf(address: string): string {
	return new URL(address).hostname.replace(/^www\./, '');
}
