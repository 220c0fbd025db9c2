import { z } from 'zod';
import { line, slug } from './text.js';

/** An id, or a titled section of further items. */
export type NavItem = string | { title: string; items: NavItem[] };

/** The order of the handbook's entries, as a table of contents. Entries it leaves out follow in their usual order. */
export const navigation: z.ZodType<NavItem[]> = z.array(
	z.union(
		[
			slug,
			z.strictObject({
				title: line.describe('Heading of the section'),
				get items() {
					return navigation.describe('What the section holds');
				},
			}),
		],
		'should be an id such as pages/welcome, or a section with title and items',
	),
);
