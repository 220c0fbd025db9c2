import { type Problem, type ProblemCode, problem } from '../../errors.js';
import type { RegistryFile } from './registry-files.js';

/** Why a file of the registry has no text; `code` is what that means where there is no code of its own. */
export function fileProblem(code: ProblemCode, file: string, fault: Extract<RegistryFile, { fault: string }>['fault']): Problem {
	switch (fault) {
		case 'symlink':
			return problem('file-symlink', { file }, `“${file}” is a symbolic link, which is not followed.`);
		case 'encoding':
			return problem('file-encoding', { file }, 'This file is not stored as UTF-8.');
		case 'closed':
			return problem(code, { file }, `“${file}” cannot be opened.`, 'Make sure that you may read the file.');
		case 'missing':
			return problem(code, { file }, `There is no file ${file}.`);
	}
}
