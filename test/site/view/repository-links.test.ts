import { expect, test } from 'vitest';
import { repositoryLinks } from '../../../src/site/view/repository-links.js';

test('GitHub makes repositories from templates and forks, GitLab forks; of other hosts nothing is said', () => {
	const github = { template: 'https://github.com/new?template_owner=moss&template_name=handbook', fork: 'https://github.com/moss/handbook/fork' };
	expect(repositoryLinks('https://github.com/moss/handbook.git')).toEqual(github);
	expect(repositoryLinks('https://github.com/moss/handbook/')).toEqual(github);
	expect(repositoryLinks('https://gitlab.com/moss/handbook')).toEqual({ fork: 'https://gitlab.com/moss/handbook/-/forks/new' });
	expect(['https://codeberg.org/moss/handbook', 'https://github.com/moss', ''].map(repositoryLinks)).toEqual([{}, {}, {}]);
});
