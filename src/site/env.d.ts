/// <reference types="astro/client" />

declare module 'virtual:sporeprint/config' {
	/** False while somebody writes, in `astro dev`. */
	export const isBuild: boolean;
	export const mdxTexts: Record<string, (() => Promise<{ default: (props: Record<string, unknown>) => unknown }>) | undefined>;
}
