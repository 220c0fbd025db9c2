import { expect, test } from 'vitest';
import { placeText } from '../../../src/site/view/place-text.js';
import { stringsFor } from '../../../src/strings/index.js';

const within = (lang: string) => ({ lang, strings: stringsFor(lang) });

test.each([
	['en', { locality: 'Lyon', country: 'FR' }, 'Lyon, France'],
	['ar', { locality: 'طرابلس', country: 'LB' }, 'طرابلس، لبنان'],
	['es', { country: 'FR' }, 'Francia'],
	['en', { locality: 'Lyon' }, 'Lyon'],
	['en', {}, undefined],
])('in “%s” %o is “%s”', (lang, group, text) => {
	expect(placeText(group, within(lang))).toBe(text);
});
