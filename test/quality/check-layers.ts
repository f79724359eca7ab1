import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { rawMessageFiles } from './layer-rules.ts';
import type { LayerRule } from './layer-rules.ts';
import type { ImportOf, ParsedFile } from './source-tree.ts';

/** Every import that goes against the arrows, and every way around them; one sentence each. */
export function checkLayers(files: readonly ParsedFile[], rules: readonly LayerRule[]): string[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap((file) => {
    const rule = rules.find(({ folder }) => isInside(file.path, folder));
    if (rule === undefined) return [`${file.path}: no layer rule covers this folder`];
    const found = file.imports.flatMap((imported) => checkImport(imported, rule, known));
    if (file.exportsAll) found.push(`${file.path}: "export *" hides where names come from`);
    if (!rawMessageFiles.includes(file.path) && /\bipc(Main|Renderer)\b/.test(file.code)) {
      found.push(`${file.path}: raw ipcMain or ipcRenderer; use the bridge`);
    }
    return found;
  });
}

function checkImport(imported: ImportOf, rule: LayerRule, known: ReadonlySet<string>): string[] {
  const { from, request, typeOnly } = imported;
  if (!request.startsWith('.')) {
    const name = packageName(request);
    const named = rule.packages.includes(name) || (rule.packages.includes('*') && name !== 'node:');
    const allowed = named && rule.notPackages?.includes(name) !== true;
    return allowed ? [] : [`${from}: ${rule.folder} may not import "${request}"`];
  }
  const target = resolveImport(imported);
  // Assets (css, json, workers by query) have no imports of their own, but lie in a folder like everything else.
  if (/\.[mc]?tsx?$|\.mjs$/.test(target) && !known.has(target)) return [`${from}: "${request}" does not exist`];
  const own = isInside(target, rule.folder);
  const allowed = [...rule.may, ...(typeOnly ? (rule.mayTypes ?? []) : [])].some((folder) => isInside(target, folder));
  return own || allowed ? [] : [`${from}: ${rule.folder} may not import ${target}`];
}

/** Chains of imports that come back to where they began, each told once. */
export function findCycles(files: readonly ParsedFile[]): string[] {
  const targets = new Map(files.map((file) => [file.path, file.imports.filter(isRelative).map(resolveImport)]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push([...trail.slice(start), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of targets.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}

const isRelative = ({ request }: ImportOf): boolean => request.startsWith('.');

const resolveImport = ({ from, request }: ImportOf): string =>
  posix.join(posix.dirname(from), request.replace(/\?.*$/, ''));

const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

function packageName(request: string): string {
  if (request.startsWith('node:') || builtinModules.includes(request)) return 'node:';
  return request.split('/', request.startsWith('@') ? 2 : 1).join('/');
}
