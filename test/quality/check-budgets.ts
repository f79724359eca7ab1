import type { ParsedFile, SourceFile } from './source-tree.ts';

export const hardLineLimit = 400;
export const usualLineLimit = 250;

const bannedNames = /^(index|types|utils?|helpers?|common|misc)\.(ts|tsx|mjs|js)$/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)+$/;

/** Files that are too long. `longer` names the few that may pass the usual limit; an entry that no longer needs to is reported. */
export function checkLines(files: readonly SourceFile[], longer: readonly string[]): string[] {
  const lines = new Map(files.map((file) => [file.path, countLines(file.text)]));
  const tooLong = [...lines].flatMap(([path, count]) => {
    if (count > hardLineLimit) return [`${path}: ${count} lines, the limit is ${hardLineLimit}`];
    if (count > usualLineLimit && !path.startsWith('test/') && !longer.includes(path)) {
      return [`${path}: ${count} lines, split it (usual limit ${usualLineLimit})`];
    }
    return [];
  });
  const stale = longer.filter((path) => (lines.get(path) ?? 0) <= usualLineLimit);
  return [...tooLong, ...stale.map((path) => `${path}: is on the list of longer files without need`)];
}

/** Names that say nothing, and names that only some file systems can tell apart. */
export function checkNames(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (bannedNames.test(name)) return [`${path}: name the file after what it holds`];
    return kebabCase.test(name) ? [] : [`${path}: file names are kebab-case`];
  });
}

/** Ways to switch the compiler or the linter off. Only the canary may expect an error: that is its work. */
export function checkEscapes(files: readonly ParsedFile[], canary: string): string[] {
  return files.flatMap((file) => {
    const found: string[] = [];
    if (file.anyCount > 0) found.push(`${file.path}: ${file.anyCount} × any`);
    const text = file.comments.join('\n');
    if (/@ts-(ignore|nocheck)/.test(text)) found.push(`${file.path}: @ts-ignore or @ts-nocheck`);
    if (/(eslint|oxlint)-disable/.test(text)) found.push(`${file.path}: a lint rule is switched off`);
    if (/@ts-expect-error/.test(text) && file.path !== canary) found.push(`${file.path}: @ts-expect-error`);
    if (file.exportsDefault && !file.path.endsWith('.config.ts')) found.push(`${file.path}: default export`);
    return found;
  });
}

const countLines = (text: string): number => (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n').length;
