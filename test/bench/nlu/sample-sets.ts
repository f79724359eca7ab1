import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWordVectors, type WordVectors } from '../../../shared/interpret/classifier/word-vectors.ts';
import { readLabelledTexts, type LabelledText } from '../../../shared/interpret/workbench/read-labelled-texts.ts';
import { readSharedData } from '../../builders/shared-data.ts';

/** A public set of utterances: what to learn from, what to be asked, and what means none of its intents. */
export type SampleSet = {
  readonly name: string;
  readonly train: readonly LabelledText[];
  readonly test: readonly LabelledText[];
  readonly unrelated: readonly LabelledText[];
};

/** The sets beside the repository; null, with the reason printed, where they are not there. */
export function loadSampleSets(): readonly SampleSet[] | null {
  const read = (name: string): readonly LabelledText[] | null => {
    const text = readSharedData(`samples/nlu/${name}.csv`);
    const rows = text === null ? null : readLabelledTexts(text);
    if (rows === null) return null;
    if (!rows.ok) throw new Error(`${name}: ${rows.failure.map(({ sentence }) => sentence).join(' ')}`);
    return rows.value;
  };
  const [clincTrain, clincTest, unrelated] = [
    read('clinc150-15.train'),
    read('clinc150-15.val'),
    read('clinc150-15.oos'),
  ];
  const [bankTrain, bankTest] = [read('banking77-20.train'), read('banking77-20.test')];
  if (clincTrain === null || clincTest === null || unrelated === null || bankTrain === null || bankTest === null)
    return null;
  return [
    { name: 'CLINC150, 15 intents', train: clincTrain, test: clincTest, unrelated },
    { name: 'BANKING77, 20 intents', train: bankTrain, test: bankTest, unrelated },
  ];
}

const table = fileURLToPath(new URL('../../../shared/interpret/assets/word-vectors.bin', import.meta.url));

/** The table the program ships with. */
export function loadWordVectors(): WordVectors {
  const read = readWordVectors(new Uint8Array(readFileSync(table)));
  if (!read.ok) throw new Error(read.failure);
  return read.value;
}

/** The first samples of each intent, in the order of the set. */
export function firstOfEach(rows: readonly LabelledText[], count: number): readonly LabelledText[] {
  const taken = new Map<string, number>();
  return rows.filter(({ intent }) => {
    const before = taken.get(intent) ?? 0;
    taken.set(intent, before + 1);
    return before < count;
  });
}
