/// <reference types="astro/client" />

declare module 'virtual:sporeprint/config' {
	export const mdxTexts: Record<string, (() => Promise<{ default: (props: Record<string, unknown>) => unknown }>) | undefined>;
}
