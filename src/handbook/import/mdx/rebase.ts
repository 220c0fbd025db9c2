import { dirname, join, relative } from 'node:path/posix';
import type { Line } from '../lines.js';
import { changeAddresses } from '../notation/link-addresses.js';
import { isExternal } from '../source-targets.js';

/** Lines of one text as a part of another: their links lead where they led. */
export function rebase(lines: readonly Line[], path: string, into: string): readonly Line[] {
	if (dirname(path) === dirname(into)) return lines;
	return changeAddresses(lines, (address) => {
		if (address === '' || /^[#/@]/.test(address) || isExternal(address) || /[{}]/.test(address)) return undefined;
		const [, place = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
		const moved = relative(dirname(into), join(dirname(path), place));
		return `${moved}${place.endsWith('/') ? '/' : ''}${rest}`;
	});
}
