import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Site } from '../site.js';
import { kindOf, type SiteKind } from '../site-kind.js';

/** A configuration of which everything is known: one site of ours, and plain data. */
export interface PlainConfig {
	site?: string;
	base?: string;
	outDir?: string;
	publicDir?: string;
	cacheDir?: string;
	kind: SiteKind<Site>;
	/** True when it says nothing but where things are. */
	isBare: boolean;
	/** All of it, to compare it with another. */
	text: string;
}

const places = ['site', 'base', 'outDir', 'publicDir', 'cacheDir'];

/** All that such a file needs of Astro. Astro's own module takes a second to load. */
const standIn = 'data:text/javascript,export const defineConfig = (config) => config;';

/** Reads `astro.config.mjs` without Astro. Undefined when there is none, when it needs more of Astro, or holds what cannot be compared. */
export async function plainConfig(root: string): Promise<PlainConfig | undefined> {
	const file = join(root, 'astro.config.mjs');
	if (!existsSync(file)) return undefined;
	// Node 22.12 has no hooks yet.
	if (!modules.registerHooks) return undefined;
	// All that the file asks for, as hooks make each module slower to load.
	await Promise.all([import('../handbook-integration.js'), import('../network-integration.js')]);
	const url = `${pathToFileURL(file).href}?plain`;
	const hooks = modules.registerHooks({
		resolve: (specifier, context, next) => (specifier === 'astro/config' && context.parentURL === url ? { url: standIn, shortCircuit: true } : next(specifier, context)),
	});
	try {
		return known(((await import(/* @vite-ignore */ url)) as { default: unknown }).default);
	} catch {
		return undefined;
	} finally {
		hooks.deregister();
	}
}

function known(config: unknown): PlainConfig | undefined {
	if (!isPlain(config) || Array.isArray(config)) return undefined;
	const { integrations, ...others } = config as Record<string, unknown>;
	if (!Array.isArray(integrations) || integrations.length !== 1 || 'root' in others) return undefined;
	const kind = kindOf(integrations[0]);
	if (!kind || !isData(others)) return undefined;
	const texts = Object.entries(others).filter(([name]) => places.includes(name));
	if (texts.some(([, value]) => value !== undefined && typeof value !== 'string')) return undefined;
	return { ...Object.fromEntries(texts), kind, isBare: texts.length === Object.keys(others).length, text: JSON.stringify([kind.name, kind.accent, others]) };
}

function isData(value: unknown): boolean {
	if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return true;
	return isPlain(value) && Object.values(value).every(isData);
}

function isPlain(value: unknown): value is object {
	return typeof value === 'object' && value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);
}
