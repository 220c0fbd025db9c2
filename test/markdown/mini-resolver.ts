import type { Target, TargetResolver } from '../../src/markdown/target.js';

/** Leads every relative link to an entry of its name, and finds no image but `here.svg`. */
export const miniResolver: TargetResolver = {
	link: (address): Target => {
		if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return { type: 'external', href: address };
		if (address.startsWith('//')) return { type: 'external', href: `https:${address}` };
		if (address.startsWith('#')) return { type: 'fragment', fragment: address.slice(1) };
		return { type: 'internal', id: 'somewhere', href: '/somewhere/' };
	},
	image: (address): Target => {
		if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return { type: 'external', href: address };
		if (address === 'here.svg') return { type: 'image', href: '/media/here.svg', width: 2, height: 3 };
		return { type: 'broken', code: 'image-missing', message: `There is no image at “${address}”.` };
	},
};
