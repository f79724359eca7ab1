import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

/** The repository root; the checkers take any folder, so that each can be shown to fail on a small tree. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the root, with forward slashes: `shared/engine/step.ts`. */
  readonly path: string;
  readonly text: string;
}

export interface ImportOf {
  readonly from: string;
  /** As written: `../model/ids.ts`, `zod`, `node:fs`. */
  readonly request: string;
  readonly typeOnly: boolean;
}

export interface ParsedFile extends SourceFile {
  readonly imports: readonly ImportOf[];
  readonly exportsAll: boolean;
  readonly exportsDefault: boolean;
  /** How often the type `any` is written. */
  readonly anyCount: number;
  readonly comments: readonly string[];
  /** The text with comments blanked out. */
  readonly code: string;
}

/** Every file below the folders whose name ends in one of the endings, sorted by path. */
export function readTree(root: string, folders: readonly string[], endings: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) => {
    const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }));
  });
}

/** Reads what the checkers ask about; a file that does not parse is an error of its own. */
export function parseFile(file: SourceFile): ParsedFile {
  const { module, program, comments, errors } = parseSync(file.path, file.text);
  const first = errors[0];
  if (first !== undefined) throw new Error(`${file.path} does not parse: ${first.message}`);

  const isType = (entries: readonly { readonly isType: boolean }[]): boolean =>
    entries.length > 0 && entries.every((entry) => entry.isType);
  const imports: ImportOf[] = module.staticImports.map((found) => ({
    from: file.path,
    request: found.moduleRequest.value,
    typeOnly: isType(found.entries),
  }));
  for (const { entries } of module.staticExports) {
    const request = entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest?.value;
    if (request !== undefined) imports.push({ from: file.path, request, typeOnly: isType(entries) });
  }
  const nodes = [...walk(program)];
  for (const node of nodes) {
    const source = node['type'] === 'ImportExpression' || node['type'] === 'TSImportType' ? node['source'] : undefined;
    const request = isNode(source) ? source['value'] : undefined;
    if (typeof request === 'string')
      imports.push({ from: file.path, request, typeOnly: node['type'] === 'TSImportType' });
  }
  return {
    ...file,
    imports,
    exportsAll: nodes.some((node) => node['type'] === 'ExportAllDeclaration'),
    exportsDefault: module.staticExports.some(({ entries }) => entries.some((e) => e.exportName.kind === 'Default')),
    anyCount: nodes.filter((node) => node['type'] === 'TSAnyKeyword').length,
    comments: comments.map((comment) => comment.value),
    code: blank(file.text, comments),
  };
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

function* walk(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* walk(item);
  } else if (isNode(value)) {
    if (typeof value['type'] === 'string') yield value;
    for (const child of Object.values(value)) if (isNode(child)) yield* walk(child);
  }
}

function blank(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let code = text;
  for (const { start, end } of spans) code = code.slice(0, start) + ' '.repeat(end - start) + code.slice(end);
  return code;
}
