import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWordVectors, type WordVectors } from '../../shared/interpret/classifier/word-vectors.ts';
import type { Document } from '../../shared/model/document.ts';
import { compileScenario } from '../../shared/program/compile-scenario.ts';
import type { Program } from '../../shared/program/program.ts';

/** Beside the bundles, and among the sources. */
const places = ['../assets', '../../shared/interpret/assets'];

let known: { readonly wordVectors: WordVectors | null } | null = null;

/** Compiles with what words mean, read once. Without the table the interpreter goes by the words themselves. */
export function compileWithWords(document: Document): Program {
  known ??= { wordVectors: loadWordVectors() };
  return compileScenario(document, known);
}

export function loadWordVectors(): WordVectors | null {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = places.map((place) => join(here, place, 'word-vectors.bin')).find((path) => existsSync(path));
  const read = file === undefined ? null : readWordVectors(new Uint8Array(readFileSync(file)));
  return read?.ok === true ? read.value : null;
}
