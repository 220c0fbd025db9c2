import { z } from 'zod';
import { partialDate } from './dates.js';
import { navigation } from './navigation.js';
import { language, licence, line, webAddress } from './text.js';

/** Whether a group is still there. */
const groupStatuses = ['active', 'dormant', 'closed', 'historical'] as const;

/** How many people a group has. */
const groupSizes = ['1-5', '6-15', '16-50', '51-150', '150+'] as const;

/** The licence of a handbook that names none. */
export const defaultLicence = 'CC-BY-SA-4.0';

/** Who the group is: `content/group.md`. Terms after schema.org, Murmurations and publiccode.yml. */
export const groupSchema = z.strictObject({
	name: line.describe("The group's name. Required"),
	url: webAddress.optional().describe('Where this handbook is published'),
	repo: webAddress.optional().describe("Web address of the handbook's repository"),
	purpose: line.optional().describe('What the group is for'),
	summary: line.max(160, 'should be at most 160 characters').optional().describe('The group in one sentence, at most 160 characters'),
	status: z.enum(groupStatuses).optional().describe('Whether the group is still there'),
	founded: partialDate.optional().describe('When it began'),
	closed: partialDate.optional().describe('When it ended'),
	locality: line.optional().describe('Town or region'),
	country: z.string().refine(isCountry, 'should be a country code of two capital letters, such as NZ or DE').meta({ pattern: '^[A-Z]{2}$' }).optional().describe('Country, as two letters (ISO 3166)'),
	scope: z.enum(['local', 'regional', 'national', 'international']).optional().describe('How far it reaches'),
	kind: line.optional().describe('Co-op, collective, affinity group, livelihood pod, ...'),
	size: z.enum(groupSizes).optional().describe('How many people'),
	languages: z.array(language).min(1, 'should name at least one language').optional().describe('Languages of the handbook, the main one first'),
	licence: licence.optional().describe(`SPDX licence of the texts. Default: ${defaultLicence}`),
	decisionMethod: line.optional().describe('How the group decides'),
	contact: line.optional().describe('A channel to reach the group, not a person'),
	networks: z.array(webAddress).optional().describe('Network indexes it agrees to be in'),
	partOf: z.array(webAddress).optional().describe('Handbooks of the larger groups it belongs to'),
	inherits: z.array(webAddress).optional().describe('Handbooks whose agreements hold here unless overridden'),
	uses: z.array(webAddress).optional().describe('Practices of others that it follows as they are'),
	onGone: z.enum(['keep', 'stub', 'erase']).optional().describe('What an index does with the texts when this site is gone'),
	successor: webAddress.optional().describe('The handbook that took over'),
	history: z.enum(['dates', 'names', 'none']).optional().describe('What readers see of earlier versions: their dates, also who made them, or nothing. Default: dates'),
	nav: navigation.optional().describe('The order of the entries, as a table of contents'),
});

/** A group's fields, as read. */
export type GroupFields = z.output<typeof groupSchema>;

function isCountry(code: string): boolean {
	return /^[A-Z]{2}$/.test(code) && new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) !== undefined;
}
