import { type Problem, problem } from '../../errors.js';
import { isSlugPath } from '../../lib/slug.js';
import { readYaml } from '../../markdown/read-yaml.js';
import { type MemberFields, memberSchema } from '../../schema/member.js';
import { parseFields } from '../../schema/validate.js';
import type { RegistryFile } from './registry-files.js';
import { fileProblem } from './registry-problem.js';

/** A member as the network's host lists it. */
export interface RegisteredMember {
	/** The name of its file, and its address below `groups/`. */
	id: string;
	fields: MemberFields;
	/** `content/members/<id>.yml` */
	file: string;
}

/** What one file gave: no member when it has no name or address to go by. */
interface ReadMember {
	member?: RegisteredMember;
	/** Where the address stands. */
	line?: number;
	column?: number;
	problems: Problem[];
}

const longestId = 60;
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The id that a file name gives, be it a good one or not; undefined for a file that is none of a member's. */
export function memberIdOf(name: string): string | undefined {
	return name.startsWith('.') ? undefined : /^(.+)\.ya?ml(?:\.txt)?$/i.exec(name)?.[1];
}

/** Reads `content/members/<name>`. */
export function readMemberFile(name: string, id: string, read: RegistryFile): ReadMember {
	const file = `content/members/${name}`;
	const fault = nameFault(name, id);
	if (fault) return { problems: [problem('member-unreadable', { file }, ...fault)] };
	if ('fault' in read) return { problems: [fileProblem('member-unreadable', file, read.fault)] };
	const yaml = readYaml(read.text);
	if (yaml.fault) {
		const hint = 'Look at the line named. The file needs a line such as url: https://our-group.example/handbook/';
		return { problems: [problem('member-unreadable', { file, ...yaml.fault }, yaml.fault.message, hint)] };
	}
	const { fields, faults } = parseFields(memberSchema, yaml.data);
	const problems = faults.filter(({ path }) => path[0] !== 'url' || !isAbsent(yaml.data.url)).map(({ code, path, message, hint }) => problem(code, { file, ...yaml.locate(path) }, message, hint));
	const place = { file, ...yaml.locate(['url']) };
	const address: string | undefined = fields.url;
	if (isAbsent(yaml.data.url)) problems.push(problem('member-unreadable', { file }, 'This file does not say where the handbook is.', 'Add a line such as url: https://our-group.example/handbook/'));
	if (address === undefined) return { problems };
	const unfit = addressFault(new URL(address));
	if (unfit) return { problems: [...problems, problem('field-invalid', place, ...unfit)] };
	return { member: { id, fields, file }, line: place.line, column: place.column, problems };
}

function isAbsent(value: unknown): boolean {
	return value === undefined || value === null;
}

/** What is wrong with a file's name, and what to do. */
function nameFault(name: string, id: string): [message: string, hint: string] | undefined {
	const example = 'Use small letters a to z, digits and hyphens, such as our-group.yml';
	if (!isSlugPath(id)) return [`The name “${name}” cannot be an address.`, `Rename the file. ${example}`];
	if (id.length > longestId) return [`The name “${name}” is too long for an address.`, `Rename the file so that it has at most ${longestId} characters before .yml`];
	if (deviceName.test(id)) return [`Computers with Windows cannot have a file called “${name}”.`, 'Give the file another name.'];
	if (!name.endsWith('.yml')) return [`The name “${name}” does not end in .yml.`, `Rename the file to ${id}.yml`];
	return undefined;
}

/** A handbook on this very computer may do without encryption; whether it is asked is for the crawl to say. */
function addressFault({ protocol, hostname, username, password }: URL): [message: string, hint: string] | undefined {
	const here = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
	if (protocol !== 'https:' && !here) return ['“url” should be a web address that starts with https://.', 'Ask whoever hosts the site for an address that starts with https://.'];
	if (username !== '' || password !== '') return ['“url” has a name or password in it.', 'Take everything between https:// and @ out, and the @ too.'];
	return undefined;
}
