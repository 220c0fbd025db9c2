import { type Problem, problem, type Result, sortProblems } from '../../errors.js';
import { cleanSource, type Position, readFrontMatter } from '../../markdown/front-matter.js';
import type { HiddenItem } from '../../schema/moderation.js';
import { type NetworkFields, networkSchema } from '../../schema/network.js';
import { parseFields } from '../../schema/validate.js';
import { homeAddress } from '../home-address.js';
import { memberIdOf, type RegisteredMember, readMemberFile } from './read-member-file.js';
import { readModeration } from './read-moderation.js';
import { memberFileNames, type RegistryFile, readRegistryFile } from './registry-files.js';
import { fileProblem } from './registry-problem.js';

/** What a network's host wrote: `content/network.md`, `content/members/*.yml` and `content/moderation.yml`. */
export interface Registry {
	fields: NetworkFields;
	/** Main language, a BCP 47 tag. */
	lang: string;
	source: string;
	body: string;
	/** Line of the source on which the body begins, from 1. */
	bodyLine: number;
	/** Those with a sound name and address, by id. */
	members: RegisteredMember[];
	/** Ids of every member's file, sound or not: what is known of them must not be lost for a slip. */
	memberFiles: string[];
	hidden: HiddenItem[];
	/** Where each of them stands in `content/moderation.yml`. */
	hiddenPlaces: Position[];
}

const networkFile = 'content/network.md';

/** Reads the registry in a folder, with every problem found, sorted. Whatever is wrong, there is a registry to go on with. */
export function readRegistry(root: string): Result<Registry> {
	const host = readHost(readRegistryFile(root, 'network.md'));
	const files = memberFileNames(root).flatMap((name) => {
		const id = memberIdOf(name);
		return id === undefined ? [] : [{ name, id }];
	});
	const members = readMembers(root, files);
	const { hidden, places, problems } = readModeration(readRegistryFile(root, 'moderation.yml'));
	return {
		value: { ...host.value, members: members.value, memberFiles: [...new Set(files.map(({ id }) => id))], hidden, hiddenPlaces: places },
		problems: sortProblems([...host.problems, ...members.problems, ...problems]),
	};
}

type Host = Pick<Registry, 'fields' | 'lang' | 'source' | 'body' | 'bodyLine'>;

function readHost(read: RegistryFile): Result<Host> {
	const source = 'text' in read ? cleanSource(read.text) : '';
	const { data, body, bodyLine, fault, locate } = readFrontMatter(source);
	const { fields, faults } = parseFields(networkSchema, data);
	const problems: Problem[] = [];
	if ('fault' in read) problems.push(fileProblem('network-missing', networkFile, read.fault));
	else if (fault) problems.push(problem(fault.code, { file: networkFile, ...fault }, fault.message));
	else {
		problems.push(...faults.map(({ code, path, message, hint }) => problem(code, { file: networkFile, ...locate(path) }, message, hint)));
		if (data.url === undefined || data.url === null) problems.push(problem('network-url-missing', { file: networkFile }, 'The network does not say at which address it is published.'));
	}
	return { value: { fields: { ...fields, name: fields.name ?? 'Our network' }, lang: fields.languages?.[0] ?? 'en', source, body, bodyLine }, problems };
}

function readMembers(root: string, files: readonly { name: string; id: string }[]): Result<RegisteredMember[]> {
	const byAddress = new Map<string, RegisteredMember>();
	const problems: Problem[] = [];
	for (const { name, id } of files.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
		const { member, problems: found, ...place } = readMemberFile(name, id, readRegistryFile(root, `members/${name}`));
		problems.push(...found);
		if (!member) continue;
		const address = homeAddress(member.fields.url) ?? member.fields.url;
		const twin = byAddress.get(address);
		if (twin) problems.push(problem('member-twice', { file: member.file, ...place }, `This file and ${twin.file} have the same address.`));
		else byAddress.set(address, member);
	}
	return { value: [...byAddress.values()], problems };
}
