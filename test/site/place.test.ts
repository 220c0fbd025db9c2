import { expect, test } from 'vitest';
import { placeOfGroup } from '../../src/site/place.js';
import { publicationAt } from '../../src/site/publication.js';
import { emptyFolder, miniHandbook } from '../mini-handbook.js';

test.each([
	['url: https://moss.example/', { site: 'https://moss.example', base: '/' }],
	['url: https://moss.github.io/book', { site: 'https://moss.github.io', base: '/book/' }],
	['url: https://moss.example:8443/a/b/', { site: 'https://moss.example:8443', base: '/a/b/' }],
	['purpose: none', {}],
	['url: not an address', {}],
])('a group with “%s” is published there', (line, place) => {
	expect(placeOfGroup(miniHandbook({ 'group.md': `---\nname: Moss\n${line}\n---\n` }))).toEqual(place);
});

test('a folder without a group has no place', () => {
	expect(placeOfGroup(emptyFolder())).toEqual({});
	expect(placeOfGroup(miniHandbook({ 'group.md': null, 'pages/a.md': '# A\n' }))).toEqual({});
});

test('a publication has one address, ending in a slash, and names what made it', () => {
	expect(publicationAt('https://moss.example', '/book/')).toEqual({ url: 'https://moss.example/book/', generator: expect.stringMatching(/^sporeprint\/\d+\.\d+\.\d+/) });
	expect(publicationAt(undefined, '/').url).toBe('http://localhost:4321/');
});
