import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../mini-handbook.js';

/** One step of a job. */
export interface Step {
	name?: string;
	id?: string;
	if?: string;
	uses?: string;
	run?: string;
	shell?: string;
	with?: Record<string, unknown>;
	env?: Record<string, string>;
	'continue-on-error'?: boolean;
}

/** One job of a workflow. */
export interface Job {
	needs?: string;
	if?: string;
	permissions?: Record<string, string>;
	'timeout-minutes'?: number;
	steps: Step[];
}

/** A workflow of GitHub Actions, as far as these tests look. */
export interface Workflow {
	on: Record<string, unknown>;
	permissions: Record<string, string>;
	defaults?: { run?: { shell?: string } };
	jobs: Record<string, Job>;
}

/** Every workflow of this repository and of its templates, by its path from the root. */
export const workflowPaths: readonly string[] = ['.github/workflows/*.yml', 'templates/*/.github/workflows/*.yml'].flatMap((pattern) => globSync(pattern, { cwd: packageRoot })).sort();

/** The text of a workflow. */
export function workflowText(path: string): string {
	return readFileSync(join(packageRoot, path), 'utf8');
}

/** A workflow, read. Two fields of one name are an error. */
export function workflow(path: string): Workflow {
	return parse(workflowText(path), { uniqueKeys: true }) as Workflow;
}

/** All steps of a workflow. */
export function stepsOf({ jobs }: Workflow): Step[] {
	return Object.values(jobs).flatMap(({ steps }) => steps);
}

/** The commands of one step, by its name. */
export function scriptOf(path: string, job: string, name: string): string {
	const script = workflow(path).jobs[job]?.steps.find((step) => step.name === name)?.run;
	if (script === undefined) throw new Error(`${path} has no step “${name}” in ${job}.`);
	return script;
}
