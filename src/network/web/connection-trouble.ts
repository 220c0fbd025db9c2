import type { Trouble } from './exchange.js';

/** What is wrong with certificates, by the codes of OpenSSL. */
const certificates: Record<string, string> = {
	CERT_HAS_EXPIRED: 'has a certificate that has run out',
	CERT_NOT_YET_VALID: 'has a certificate that is not valid yet',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for',
	SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate that nobody vouches for',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate that nobody vouches for',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'has a certificate that nobody vouches for',
	ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate for another name',
};

/** Why a connection failed, from the error of the one who tried. The error's own words are a stranger's, so only its code counts. */
export function connectionTrouble(error: unknown): Trouble {
	const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
	if (code === 'UND_ERR_HEADERS_OVERFLOW') return { code: 'answer-large', what: 'sends far too many headers before its answer' };
	return { code: 'connection-failed', what: sentence(code) };
}

function sentence(code: string): string {
	const certificate = certificates[code];
	if (certificate !== undefined) return certificate;
	if (/^(?:ERR_SSL|ERR_TLS|CERT_|UNABLE_TO)/.test(code)) return `does not make a safe connection (${code})`;
	if (code === 'ECONNREFUSED') return 'refuses the connection';
	if (/^(?:ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/.test(code)) return 'cannot be reached';
	if (/^(?:HPE_|UND_ERR_(?:RES_)?PARS)/.test(code)) return 'sends something that is not an answer of a website';
	return 'broke off the connection before its answer was complete';
}
