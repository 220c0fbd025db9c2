import type { MdxElement } from './scan-mdx.js';

/** A tag of JSX as one of HTML, with the attributes that a reader can have something of. `value` gives what can be read of one. */
export function htmlTag({ name, attributes }: MdxElement, value: (name: string) => string | undefined): string {
	const kept = attributes.flatMap((attribute) => {
		if (/^(?:className|class|style|key|ref|htmlFor|data-.*|on[A-Z].*)$/.test(attribute.name)) return [];
		if (attribute.value === true || (attribute.name === 'open' && attribute.expression === 'true')) return [attribute.name];
		const words = value(attribute.name);
		return words === undefined
			? []
			: [
					`${attribute.name}="${words
						.replace(/&(?!#?\w+;)/g, '&amp;')
						.replace(/"/g, '&quot;')
						.replace(/</g, '&lt;')}"`,
				];
	});
	return `<${[name, ...kept].join(' ')}>`;
}
