import { groupSchema } from '../../schema/group.js';
import { findLinks } from './find-links.js';
import { parseMarkdown } from './parse-markdown.js';

/** A licence that a source names, and where. */
export interface FoundLicence {
	/** SPDX. */
	licence: string;
	file: string;
	line: number;
}

/** First lines of licence files (https://spdx.org/licenses/). */
const openings: readonly [RegExp, string][] = [
	[/^(?:creative commons )?(?:legal code\s+)?cc0 1\.0 universal/i, 'CC0-1.0'],
	[/^(?:creative commons )?attribution-sharealike 4\.0 international/i, 'CC-BY-SA-4.0'],
	[/^(?:creative commons )?attribution-noncommercial-sharealike 4\.0 international/i, 'CC-BY-NC-SA-4.0'],
	[/^(?:creative commons )?attribution-noncommercial 4\.0 international/i, 'CC-BY-NC-4.0'],
	[/^(?:creative commons )?attribution-noderivatives 4\.0 international/i, 'CC-BY-ND-4.0'],
	[/^(?:creative commons )?attribution 4\.0 international/i, 'CC-BY-4.0'],
	[/^(?:the )?mit license/i, 'MIT'],
];
const deed = /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses\/(?<kind>by(?:-nc)?(?:-sa|-nd)?)\/(?<version>\d\.\d)|publicdomain\/(?<zero>zero)\/1\.0)(?:\/(?:deed|legalcode)?[\w.-]*)?\/?$/i;

/** The licence that a licence file begins with. */
export function licenceOfFile(file: string, text: string): FoundLicence | undefined {
	const opening = text
		.replace(/^\uFEFF/, '')
		.replace(/[\s=#*-]*\n\s*/g, '\n')
		.replace(/^[#\s]+/, '')
		.replace(/^creative commons legal code\s+/i, '')
		.trim();
	const licence = openings.find(([pattern]) => pattern.test(opening))?.[1];
	return licence === undefined ? undefined : { licence, file, line: 1 };
}

/** Every licence that a text links to. */
export function licencesOfText(file: string, text: string): FoundLicence[] {
	return findLinks(parseMarkdown(text), text).flatMap(({ address, image, line }) => {
		const { kind, version, zero } = deed.exec(address)?.groups ?? {};
		const licence = zero ? 'CC0-1.0' : kind && version && `CC-${kind.toUpperCase()}-${version}`;
		return licence && !image && groupSchema.shape.licence.safeParse(licence).success ? [{ licence, file, line }] : [];
	});
}

/** The one licence that all agree on; undefined when none is named or they differ. */
export function agreedLicence(found: readonly FoundLicence[]): FoundLicence | undefined {
	return new Set(found.map(({ licence }) => licence)).size === 1 ? found[0] : undefined;
}
