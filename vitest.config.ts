import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					include: ['test/**/*.test.ts'],
					exclude: [...configDefaults.exclude, 'test/fixtures/**', 'test/browser/**'],
					testTimeout: 20_000,
					hookTimeout: 60_000,
				},
			},
			{
				extends: true,
				test: {
					name: 'browser',
					include: ['test/browser/**/*.test.ts'],
					// One browser and one build at a time: two cores are common.
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 120_000,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
