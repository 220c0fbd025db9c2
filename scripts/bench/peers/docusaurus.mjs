// Docusaurus, for what a reader loads.
import { join } from 'node:path';
import process from 'node:process';
import { writeFiles } from '../write-files.mjs';
import { installed } from './installed.mjs';
import { plainPlaces, plainSource, plainSources } from './plain-source.mjs';

const packages = { '@docusaurus/core': '3.10.2', '@docusaurus/preset-classic': '3.10.2', '@docusaurus/faster': '3.10.2', react: '19.3.1', 'react-dom': '19.3.1' };

const config = {
	title: 'A made-up group',
	url: 'https://handbook.example',
	baseUrl: '/',
	trailingSlash: true,
	onBrokenLinks: 'ignore',
	future: { v4: true, faster: true },
	markdown: { format: 'md' },
	presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
};

export const docusaurus = { name: 'Docusaurus', write };

function write(entries) {
	const home = installed('docusaurus', packages);
	const site = join(home, `docs-${entries.length}`);
	writeFiles(site, {
		'package.json': '{ "private": true }\n',
		'docusaurus.config.js': `module.exports = ${JSON.stringify(config, null, '\t')};\n`,
		'docs/index.md': '---\ntitle: A made-up group\nslug: /\n---\n\nWords without meaning, to measure with.\n',
		...plainSources('docs', entries, (entry) => plainSource(entry)),
	});
	return {
		folder: site,
		output: 'build',
		caches: ['build', '.docusaurus', 'node_modules'],
		steps: [[process.execPath, join(home, 'node_modules/@docusaurus/core/bin/docusaurus.mjs'), 'build']],
		...plainPlaces('docs', entries),
	};
}
