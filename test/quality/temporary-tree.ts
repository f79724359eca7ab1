import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { parseFile } from './source-tree.ts';
import type { ParsedFile, SourceFile } from './source-tree.ts';

/** Writes a small tree for one test and removes it afterwards; gives its root. */
export function makeTree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'parley-tree-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The same files without a disk, for the checkers that take texts. */
export const asFiles = (files: Readonly<Record<string, string>>): SourceFile[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }));

export const asParsed = (files: Readonly<Record<string, string>>): ParsedFile[] => asFiles(files).map(parseFile);
