/**
 * What a page may load: its own origin only. Scripts and styles are files, so that it needs no hashes, which are as long as a short text and
 * cannot be compressed.
 */
export const contentSecurity = [
	"default-src 'none'",
	"base-uri 'self'",
	"form-action 'self'",
	"img-src 'self' data:",
	"connect-src 'self'",
	"worker-src 'self' blob:",
	"manifest-src 'self'",
	"font-src 'self'",
	// Pagefind's search runs as WebAssembly.
	"script-src 'self' 'wasm-unsafe-eval'",
	"style-src 'self'",
].join('; ');

/** True for a file that may stand within a page: no script. Undefined for one of which only its size decides. */
export function mayBeInline(file: string): false | undefined {
	return /\.m?js$/.test(file) ? false : undefined;
}
