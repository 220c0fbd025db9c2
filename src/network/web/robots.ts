import parser from 'robots-parser';

// Its types describe an ES module, and it is none.
const robotsParser = parser as unknown as typeof parser.default;

/** Rules beyond this count as absent (RFC 9309, 2.5). */
const mostBytes = 500 * 1024;

/** Comparing takes as long as path times rules, and half a megabyte of rules can be written for the purpose. */
const longestPath = 600;

/** The parser knows only these names: that of the agent who asks, one for all others, and the star. */
const us = 'us';
const others = 'others';

/**
 * Whether a robots.txt lets an agent fetch an address (RFC 9309). The address is as `URL` writes it, with everything escaped; only
 * its path and query count, and a very long one is not allowed. The agent is a product token such as `sporeprint`, with or without a
 * version.
 */
export function robotsAllow(robots: string, url: string, agent: string): boolean {
	const path = pathOf(url);
	if (path.length > longestPath) return false;
	const site = 'https://robots.invalid';
	const rules = robotsParser(`${site}/robots.txt`, normalRules(robots, agent.replace(/\/.*$/s, '').trim().toLowerCase()));
	return rules.isAllowed(site + path, us) ?? true;
}

/** Path and query. What is not escaped in it stays different from what is, as it is for Google. */
function pathOf(url: string): string {
	const [, path = ''] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^#]*)/i.exec(url) ?? [];
	const escaped = path.toWellFormed().replace(/[^\x00-\x7f]+/g, (letters) => encodeURIComponent(encodeURIComponent(letters)));
	return escaped.startsWith('/') ? escaped : `/${escaped}`;
}

/**
 * The lines of a robots.txt that the parser needs, in the one way of writing that it reads. Each group names at most three agents:
 * the parser copies every rule for every agent, and a thousand of each would fill the memory.
 */
function normalRules(robots: string, agent: string): string {
	const lines: string[] = [];
	const group = new Set<string>();
	let rulesBegan = true;
	for (const line of firstPart(robots).split(/\r\n|\r|\n/)) {
		const { key, value } = keyAndValue(line);
		if (key === 'useragent') {
			if (rulesBegan) group.clear();
			rulesBegan = false;
			const name = nameFor(value, agent);
			if (!group.has(name)) lines.push(`User-agent: ${name}`);
			group.add(name);
		} else if (key === 'allow' || key === 'disallow') {
			rulesBegan = true;
			lines.push(`${key}: ${value}`);
			// A page index.html is its folder (https://github.com/google/robotstxt).
			const folder = key === 'allow' ? /^(.*\/)index\.htm[^/]*$/.exec(value)?.[1] : undefined;
			if (folder !== undefined) lines.push(`allow: ${folder}$`);
		}
	}
	return lines.join('\n');
}

/** A line without its comment. Some leave out the colon, or write `user agent`. */
function keyAndValue(line: string): { key: string; value: string } {
	const text = line.replace(/#.*$/, '').trim();
	const [, key = '', value = ''] = /^([^:]*):(.*)$/.exec(text) ?? /^(\S+)\s+(\S+)$/.exec(text) ?? [];
	return { key: key.toLowerCase().replace(/[\s-]/g, ''), value: value.trim() };
}

/** Whom a group is for: a product token, of which all after its letters is ignored, or everyone. */
function nameFor(value: string, agent: string): string {
	if (/^\*(?:\s|$)/.test(value)) return '*';
	const [token] = /^[a-z_-]+/.exec(value.toLowerCase()) ?? [];
	return token === agent ? us : others;
}

function firstPart(robots: string): string {
	const text = robots.replace(/^\ufeff/, '');
	const bytes = Buffer.from(text);
	if (bytes.length <= mostBytes) return text;
	const part = bytes.subarray(0, mostBytes).toString();
	// Half a path would forbid or allow more than was said.
	return part.slice(0, Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r')) + 1);
}
