import ipaddr from 'ipaddr.js';

/** All of IPv6 that is handed out to the public so far (RFC 4291, IANA). It leaves out `::127.0.0.1` and other old spellings of IPv4. */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/** Answers inside every machine at one large host, although it looks public (https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16). */
const metadataService = '168.63.129.16';

/** Whether an IP address is one on the public internet. Anything else than four decimal numbers or IPv6 without a zone is not. */
export function isPublicAddress(ip: string): boolean {
	if (ipaddr.IPv4.isValidFourPartDecimal(ip)) return ip !== metadataService && ipaddr.IPv4.parse(ip).range() === 'unicast';
	if (ip.includes('%') || !ipaddr.IPv6.isValid(ip)) return false;
	const address = ipaddr.IPv6.parse(ip);
	return address.range() === 'unicast' && address.match(globalUnicast);
}
