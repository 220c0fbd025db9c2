import type { ProblemCode } from '../../errors.js';

/** What went wrong with an address, in a sentence that names it. Without a hint the remedy of the code holds. */
export interface CrawlFault {
	code: ProblemCode;
	message: string;
	hint?: string;
}

/** What went wrong, as the end of a sentence that begins with the address. */
export interface Trouble {
	code: ProblemCode;
	what: string;
}

/** One thing to be fetched. */
export interface Exchange {
	url: string;
	/** Media types, as the header says them. */
	accept: string;
	/** Most bytes that may come: as they are sent, and unpacked. */
	limits: { wire: number; decoded: number };
	/** Validators of what is there already, to fetch it only when it has changed (RFC 9110, 13.1). */
	etag?: string | undefined;
	lastModified?: string | undefined;
}

/** How it went. */
export type Answer =
	/** `url` is the address at which it was found, after redirects; `bytes` are unpacked. Validators come only when they can be sent back. */
	| { type: 'body'; url: string; bytes: Uint8Array; contentType: string; etag?: string | undefined; lastModified?: string | undefined }
	/** It is as it was. Only when a validator was sent. */
	| { type: 'unchanged' }
	/** Every other final status: 404, 410, 429, 5xx and the like. */
	| { type: 'status'; status: number; retryAfter?: Date | undefined }
	| { type: 'fault'; fault: CrawlFault };

/** Everything that the crawler asks of other computers goes through here. */
export interface Web {
	/** Fetches one address, and never rejects. One host is asked one thing at a time, and waiting for its turn takes no time off the deadline. */
	get(exchange: Exchange): Promise<Answer>;
	/** What was asked so far, redirects included, and the bytes of all bodies as they were sent. */
	readonly traffic: { requests: number; bytes: number };
	/** Breaks off whatever is still going on. */
	close(): Promise<void>;
}

/** How the crawler behaves. */
export interface WebOptions {
	userAgent: string;
	/** For tests and demos on one computer: http, private addresses and all ports may be asked. */
	allowPrivate?: boolean | undefined;
	/** Milliseconds for all of an exchange: looking up names, connecting, redirects and the body. Default: 10,000. */
	deadline?: number | undefined;
	/** All addresses of a name. Rejects when there is no such name. */
	lookup?: ((name: string) => Promise<Address[]>) | undefined;
	now?: (() => Date) | undefined;
}

/** An IP address of a name. */
export interface Address {
	address: string;
	family: 4 | 6;
}
