/** Nobody is left alone for longer because of one header. */
const longest = 7 * 24 * 60 * 60 * 1000;

/** Reads Retry-After (RFC 9110, 10.2.3): seconds or a date, between now and seven days from now. Undefined when it is neither. */
export function retryAfter(value: string | undefined, now: Date): Date | undefined {
	const wait = value === undefined ? Number.NaN : milliseconds(value.trim(), now);
	return Number.isNaN(wait) ? undefined : new Date(now.getTime() + Math.min(Math.max(wait, 0), longest));
}

function milliseconds(value: string, now: Date): number {
	if (/^-?\d+$/.test(value)) return Number(value) * 1000;
	// All three forms of a date in HTTP begin with the day of the week; the oldest does not say that it is in GMT.
	if (!/^[A-Z][a-z]{2,8},? /.test(value)) return Number.NaN;
	return Date.parse(/GMT$/.test(value) ? value : `${value} GMT`) - now.getTime();
}
