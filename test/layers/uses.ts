import ts from 'typescript';

/** A module that a file asks for. */
export interface Import {
	/** As written; undefined when only the running program can tell. */
	specifier: string | undefined;
	/** Leaves no trace in the compiled file. */
	isType: boolean;
}

/** What a file takes from outside itself. */
export interface Uses {
	imports: Import[];
	/** Names nobody declared that are used as values: `process`, `fetch`. */
	globals: string[];
}

/** Reads the imports and globals of TypeScript, Astro and CSS files, by path. Other files use nothing. */
export function usesIn(files: ReadonlyMap<string, string>): Map<string, Uses> {
	const scripts = new Map([...files].flatMap(([path, text]) => scriptsIn(path, text)));
	const program = programOf(scripts);
	const checker = program.getTypeChecker();
	return new Map(
		[...files].map(([path, text]) => {
			const uses: Uses = { imports: stylesIn(path, text), globals: [] };
			for (const [name] of scriptsIn(path, text)) {
				const source = program.getSourceFile(name);
				if (source) collect(source, checker, uses);
			}
			return [path, { imports: uses.imports, globals: [...new Set(uses.globals)] }];
		}),
	);
}

/** The scripts in a file, under names of their own: the file itself, or the front matter, expressions and client scripts of a component. */
function scriptsIn(path: string, text: string): [name: string, code: string][] {
	if (path.endsWith('.ts')) return [[path, text]];
	if (!path.endsWith('.astro')) return [];
	const frontMatter = /^\s*---\r?\n([\s\S]*?)\r?\n?^---/m.exec(text);
	const template = frontMatter ? text.slice(frontMatter.index + frontMatter[0].length) : text;
	const client = [...template.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].map(([, attributes = '', code = '']) => `${sourceOf(attributes)}${code}`);
	const dynamic = [...template.replace(/<script\b[\s\S]*?<\/script>/gi, '').matchAll(/\bimport\([^)]*\)/g)].map(([call]) => call);
	return [frontMatter?.[1] ?? '', ...client, ...dynamic].map((code, index) => [`${path}.${index}.ts`, code]);
}

function sourceOf(attributes: string): string {
	const source = /\bsrc=["']([^"']+)["']/.exec(attributes)?.[1];
	return source === undefined ? '' : `import ${JSON.stringify(source)};\n`;
}

/** `@import` in CSS, and in the styles of a component. */
function stylesIn(path: string, text: string): Import[] {
	const styles = path.endsWith('.css') ? [text] : path.endsWith('.astro') ? [...text.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, css = '']) => css) : [];
	return styles.flatMap((css) =>
		[...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/g)].map(([, found = '']) => ({
			// In CSS a bare name is relative too.
			specifier: /^(\.|\/|[\w-]+:|@)/.test(found) ? found : `./${found}`,
			isType: false,
		})),
	);
}

/** A program over these files alone: nothing is resolved and no library is loaded, so every name nobody declared is a global. */
function programOf(scripts: ReadonlyMap<string, string>): ts.Program {
	const options: ts.CompilerOptions = { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, moduleDetection: ts.ModuleDetectionKind.Force };
	return ts.createProgram({
		rootNames: [...scripts.keys()],
		options,
		host: {
			fileExists: (name) => scripts.has(name),
			readFile: (name) => scripts.get(name),
			getSourceFile: (name, target) => {
				const code = scripts.get(name);
				return code === undefined ? undefined : ts.createSourceFile(name, code, target, true);
			},
			getDefaultLibFileName: () => 'lib.d.ts',
			writeFile: () => {},
			getCurrentDirectory: () => '',
			getCanonicalFileName: (name) => name,
			useCaseSensitiveFileNames: () => true,
			getNewLine: () => '\n',
		},
	});
}

function collect(source: ts.SourceFile, checker: ts.TypeChecker, uses: Uses): void {
	const add = (specifier: ts.Node | undefined, isType = false): void => {
		uses.imports.push({ specifier: specifier && ts.isStringLiteralLike(specifier) ? specifier.text : undefined, isType });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node.importClause));
		else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
		else if (ts.isExternalModuleReference(node)) add(node.expression);
		else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
		else if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || isGlobal(node.expression, 'require', checker))) add(node.arguments[0]);
		else if (ts.isNewExpression(node) && isOwnUrl(node)) {
			const [target] = node.arguments ?? [];
			// Files of ours that are named by their place: workers, routes. What stands outside src/ or is put together from parts is data.
			if (target && ts.isStringLiteralLike(target) && /\.[jt]s$|\.astro$/.test(target.text)) add(target);
		}
		const name = globalName(node, checker);
		if (name !== undefined) uses.globals.push(name);
		ts.forEachChild(node, visit);
	};
	visit(source);
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
	if (clause === undefined) return false;
	if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
	const { name, namedBindings } = clause;
	return name === undefined && namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.length > 0 && namedBindings.elements.every((element) => element.isTypeOnly);
}

/** `new URL(..., import.meta.url)` */
function isOwnUrl(node: ts.NewExpression): boolean {
	const base = node.arguments?.[1];
	return base !== undefined && ts.isPropertyAccessExpression(base) && ts.isMetaProperty(base.expression);
}

/** The global that a node takes by its name, or from `globalThis`. */
function globalName(node: ts.Node, checker: ts.TypeChecker): string | undefined {
	if (ts.isPropertyAccessExpression(node) && isGlobalObject(node.expression, checker)) return node.name.text;
	if (ts.isElementAccessExpression(node) && isGlobalObject(node.expression, checker) && ts.isStringLiteralLike(node.argumentExpression)) return node.argumentExpression.text;
	if (ts.isBindingElement(node) && ts.isVariableDeclaration(node.parent.parent) && node.parent.parent.initializer && isGlobalObject(node.parent.parent.initializer, checker)) {
		return (node.propertyName ?? node.name).getText();
	}
	return ts.isIdentifier(node) && isValue(node) && isUndeclared(node, checker) ? node.text : undefined;
}

function isGlobalObject(node: ts.Expression, checker: ts.TypeChecker): boolean {
	return ['globalThis', 'window', 'self', 'global'].some((name) => isGlobal(node, name, checker));
}

function isGlobal(node: ts.Node, name: string, checker: ts.TypeChecker): boolean {
	return ts.isIdentifier(node) && node.text === name && (name === 'globalThis' || isUndeclared(node, checker));
}

function isUndeclared(node: ts.Identifier, checker: ts.TypeChecker): boolean {
	const symbol = ts.isShorthandPropertyAssignment(node.parent) ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node);
	return (symbol?.declarations ?? []).length === 0;
}

/** Whether an identifier stands where a value is read, not where a member, an import or a type is named. */
function isValue(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
	if (ts.isBindingElement(parent)) return parent.propertyName !== node;
	return !(ts.isImportSpecifier(parent) || ts.isMetaProperty(parent) || ts.isTypeQueryNode(parent) || ts.isQualifiedName(parent) || ts.isPartOfTypeNode(node));
}
