import { type Problem, problem } from '../errors.js';
import { cleanSource, type FrontMatter, readFrontMatter } from '../markdown/front-matter.js';
import { defaultLicence, type GroupFields, groupSchema } from '../schema/group.js';
import { parseFields } from '../schema/validate.js';

/** `content/group.md` before its text is rendered. */
export interface DraftGroup {
	fields: GroupFields;
	lang: string;
	licence: string;
	source: string;
	body: string;
	bodyLine: number;
	locate: FrontMatter['locate'];
}

/** Reads who the group is. Whatever is wrong, there is a group to go on with, so that every problem is found at once. */
export function readGroup(text: string | undefined): { group: DraftGroup; problems: Problem[] } {
	const file = 'content/group.md';
	const source = cleanSource(text ?? '');
	const frontMatter = readFrontMatter(source);
	const { fields, faults } = parseFields(groupSchema, frontMatter.data);
	const problems: Problem[] = [];
	if (text === undefined) problems.push(problem('group-missing', { file }, 'There is no file content/group.md.'));
	else if (frontMatter.fault) problems.push(problem(frontMatter.fault.code, { file, ...frontMatter.fault }, frontMatter.fault.message));
	else problems.push(...faults.map(({ code, path, message, hint }) => problem(code, { file, ...frontMatter.locate(path) }, message, hint)));
	return {
		group: {
			fields: { ...fields, name: fields.name ?? 'Our group' },
			lang: fields.languages?.[0] ?? 'en',
			licence: fields.licence ?? defaultLicence,
			source,
			body: frontMatter.body,
			bodyLine: frontMatter.bodyLine,
			locate: frontMatter.locate,
		},
		problems,
	};
}
