import { listFormat } from '../../lib/intl-formats.js';
import { languageName } from '../../lib/language.js';
import type { GroupFields } from '../../schema/group.js';
import type { Site } from '../site.js';
import type { Fact } from './fact.js';
import { FactWriter } from './fact-writer.js';
import { placeText } from './place-text.js';

/** Who the group is: short facts, and those that take a sentence. */
export function groupFacts(fields: GroupFields, site: Site): { glance: Fact[]; more: Fact[] } {
	const { values } = site.strings;
	const say = new FactWriter(site);
	const glance = [
		...say.text('groupKind', fields.kind),
		...say.text('place', placeText(fields, site)),
		...say.date('founded', fields.founded),
		...say.date('closed', fields.closed),
		...say.text('status', fields.status === 'active' ? undefined : fields.status && values.groupStatus[fields.status]),
		...say.text('size', fields.size),
		...say.text('scope', fields.scope && values.scope[fields.scope]),
		...say.text('languages', fields.languages && fields.languages.length > 1 ? listFormat(site.lang).format(fields.languages.map((tag) => languageName(tag, site.lang))) : undefined),
	];
	const more = [
		...say.text('decisionMethod', fields.decisionMethod),
		...say.text('contact', fields.contact),
		...say.references('partOf', fields.partOf),
		...say.references('networks', fields.networks),
		...say.references('inherits', fields.inherits),
		...say.references('uses', fields.uses),
		...say.references('successor', fields.successor ? [fields.successor] : undefined),
	];
	return { glance, more };
}
