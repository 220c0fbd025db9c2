import type { PartialDate } from '../lib/partial-date.js';
import type { Family } from './families.js';
import type { MirroredEntry } from './network.js';

/** What became of a text in the groups that took it over, as their own handbooks say. */
export interface Survival {
	/** Groups that say that they took it over. Those on one origin count once: a name there costs nothing. */
	adopted: number;
	/** Of these, groups that have used it for two years at least, and still do. */
	lasting: number;
	/** Those that gave it up, with their reasons. */
	retired: { entry: MirroredEntry; reason?: string | undefined }[];
}

const yearsThatLast = 2;

/** Counts what groups say themselves, and nothing that others say of them. */
export function survivalOf({ variants }: Family, today: PartialDate | undefined): Survival {
	const home = variants[0] && originOf(variants[0].entry);
	const byOrigin = Map.groupBy(
		variants.filter(({ entry, lineage }) => lineage && originOf(entry) !== home).map(({ entry }) => entry),
		originOf,
	);
	const adopters = [...byOrigin.values()].flatMap(([first]) => first ?? []);
	const retired = adopters.filter(isRetired);
	return {
		adopted: adopters.length,
		lasting: adopters.filter((entry) => !isRetired(entry) && isLasting(entry, today)).length,
		retired: retired.map((entry) => ({ entry, reason: 'retiredReason' in entry.fields ? entry.fields.retiredReason : undefined })),
	};
}

function originOf({ mirrorOf }: MirroredEntry): string {
	return new URL(mirrorOf.handbook).host;
}

function isRetired(entry: MirroredEntry): boolean {
	const isOver = entry.kind === 'agreement' && (entry.fields.status === 'retired' || entry.fields.status === 'superseded');
	return isOver || ('retiredReason' in entry.fields && entry.fields.retiredReason !== undefined);
}

function isLasting({ fields }: MirroredEntry, today: PartialDate | undefined): boolean {
	const since = ('inUseSince' in fields ? fields.inUseSince : undefined) ?? ('adoptedOn' in fields ? fields.adoptedOn : undefined);
	if (since === undefined || today === undefined) return false;
	const [year = '', month = '12', day = '31'] = since.split('-');
	return `${Number(year) + yearsThatLast}-${month}-${day}` <= today;
}
