import type { AstroConfig } from 'astro';

/** What a page may load: its own origin only. Astro adds the hashes of scripts and styles. */
export const contentSecurity: AstroConfig['security']['csp'] = {
	algorithm: 'SHA-256',
	directives: ["default-src 'none'", "base-uri 'self'", "form-action 'self'", "img-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:", "manifest-src 'self'", "font-src 'self'"],
	// Pagefind's search runs as WebAssembly.
	scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
	styleDirective: { resources: ["'self'"] },
};
