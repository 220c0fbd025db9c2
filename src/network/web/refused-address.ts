import { isPublicAddress } from './public-address.js';

/** Names that no public resolver answers (RFC 6761, 6762, 7686, 8375, 9476; `internal` is ICANN's, 2024). */
const privateEndings = ['localhost', 'local', 'internal', 'onion', 'home.arpa', 'alt', 'invalid'];

/** Below it stand mail, files and other services that are not to be spoken to by way of a web address. */
const firstFreePort = 1024;

/**
 * Why an address is not asked at all, as the end of a sentence that begins with it; undefined when it may be. With `allowPrivate`
 * http, private hosts and all ports are fine. A name is looked up only after this, and its addresses are checked then.
 */
export function refusedAddress(url: URL, allowPrivate: boolean): string | undefined {
	if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) return 'does not start with https://';
	if (url.username || url.password) return 'has a user name or a password in it';
	if (allowPrivate) return undefined;
	if (url.port !== '' && Number(url.port) < firstFreePort) return `names the port ${url.port}, which is not one for websites`;
	const ip = literalAddress(url);
	if (ip !== undefined) return isPublicAddress(ip) ? undefined : 'belongs to a private network';
	const name = url.hostname.replace(/\.$/, '');
	if (!name.includes('.') || privateEndings.some((ending) => name === ending || name.endsWith(`.${ending}`))) return 'has a name that is known only inside a private network';
	return undefined;
}

/** The IP address that an address names directly. `URL` has brought every spelling to the plain one: `2130706433`, `0x7f.1`, fullwidth digits. */
export function literalAddress({ hostname }: URL): string | undefined {
	if (hostname.startsWith('[')) return hostname.slice(1, -1);
	return /^\d+(?:\.\d+){3}$/.test(hostname) ? hostname : undefined;
}
