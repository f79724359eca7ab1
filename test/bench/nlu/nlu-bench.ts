import { classify, trainClassifier, type TaughtSample } from '../../../shared/interpret/classifier/classifier.ts';
import type { WordVectors } from '../../../shared/interpret/classifier/word-vectors.ts';
import { compileSamples, interpret, type SampleIndex } from '../../../shared/interpret/interpret-utterance.ts';
import { readPattern } from '../../../shared/interpret/sample-pattern.ts';
import { readWords } from '../../../shared/interpret/read-words.ts';
import { measureTexts, type Answer, type Measurement } from '../../../shared/interpret/workbench/measure-texts.ts';
import type { LabelledText } from '../../../shared/interpret/workbench/read-labelled-texts.ts';
import { microseconds, milliseconds, type BenchRow, type BenchSection } from '../bench-row.ts';
import { median, race, worked } from '../measure.ts';
import { installPeers, type LoadPeer } from '../peers/install-peers.ts';
import { createNlpJs } from '../peers/nlp-js.ts';
import { saidPolitely } from './polite-frames.ts';
import { firstOfEach, loadSampleSets, loadWordVectors, type SampleSet } from './sample-sets.ts';

/** How well people are understood after a few samples, beside nlp.js: on the same texts, in the same run. */
export async function nluBench(): Promise<BenchSection> {
  const title = 'Interpreter: utterances to intents, against nlp.js';
  const sets = loadSampleSets();
  if (sets === null)
    return { title, rows: [], notes: ['Not measured: the public sample sets are not on this machine.'] };
  const load = await installPeers();
  if (load === null) return { title, rows: [], notes: ['Not measured: nlp.js could not be installed here.'] };
  const vectors = loadWordVectors();
  const rows: BenchRow[] = [];
  for (const set of sets) for (const each of [5, 10]) rows.push(...(await qualityRows(load, set, each, vectors)));
  for (const set of sets) rows.push(...(await costRows(load, set, vectors)));
  return { title, rows, notes: sets.flatMap((set) => [wordingNote(set), politeNote(set, vectors)]) };
}

type Asked = { readonly intentId: string | null; readonly confidence: number };

async function qualityRows(
  load: LoadPeer,
  set: SampleSet,
  each: number,
  vectors: WordVectors,
): Promise<readonly BenchRow[]> {
  const samples = firstOfEach(set.train, each);
  const index = toIndex(samples, vectors);
  const peer = await createNlpJs(load, samples);
  await peer.train();
  const answers = new Map<string, Asked>();
  for (const { text } of [...set.test, ...set.unrelated]) answers.set(text, await peer.ask(text));
  const ours = measure(set, (text) => top(index, text));
  const theirs = measure(set, (text) => answers.get(text) ?? { intentId: null, confidence: 0 });
  const what = `${set.name}, ${each} samples each`;
  return [
    { what: `${what}: wrong best answers`, ...compared(1 - shareOf(ours.accuracy), 1 - shareOf(theirs.accuracy)) },
    {
      what: `${what}: unrelated texts not told apart (1 − AUROC)`,
      ...compared(1 - shareOf(ours.auroc), 1 - shareOf(theirs.auroc)),
    },
  ];
}

const shareOf = (share: number | null): number => share ?? Number.NaN;
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const compared = (ours: number, theirs: number): Omit<BenchRow, 'what'> => ({
  ours: percent(ours),
  against: percent(theirs),
  ratio: ours / theirs,
  goal: 'ahead',
  met: ours < theirs,
});

function toIndex(samples: readonly LabelledText[], vectors: WordVectors | null): SampleIndex {
  const intents = [...new Set(samples.map(({ intent }) => intent))];
  return compileSamples(
    intents.map((intentId) => ({
      intentId,
      samples: samples.filter(({ intent }) => intent === intentId).map(({ text }) => text),
    })),
    vectors,
  );
}

function top(index: SampleIndex, text: string): Asked {
  const [best] = interpret(index, {}, { text, callback: null, value: '', fields: {} }, new Map());
  return { intentId: best?.intentId ?? null, confidence: best?.confidence ?? 0 };
}

const threshold = 0.5;
const measure = (set: SampleSet, ask: (text: string) => Asked): Measurement =>
  measureTexts([...set.test, ...set.unrelated], (text): Answer => {
    const answer = ask(text);
    return { ...answer, isSure: answer.confidence >= threshold };
  });

/** Training and asking, with 10 samples of each intent. */
async function costRows(load: LoadPeer, set: SampleSet, vectors: WordVectors): Promise<readonly BenchRow[]> {
  const samples = firstOfEach(set.train, 10);
  const index = toIndex(samples, vectors);
  const classifier = index.classifier();
  const peer = await createNlpJs(load, samples);
  await peer.train();
  if (classifier === null) throw new Error('there must be samples to learn from');
  const texts = set.test.map(({ text }) => text);
  const each = await race({
    classified: (steps) => {
      for (let step = 0; step < steps; step += 1) classify(classifier, formsOf(texts[step % texts.length] ?? ''));
    },
    explained: (steps) => {
      for (let step = 0; step < steps; step += 1) top(index, texts[step % texts.length] ?? '');
    },
    peer: async (steps) => {
      for (let step = 0; step < steps; step += 1) await peer.ask(texts[step % texts.length] ?? '');
    },
  });
  // Each as often as it is done while somebody edits: code that has run a few times, not thousands.
  const training = await medianWork(() => void trainClassifier(toTaught(samples), vectors));
  const peerTraining = await medianWork(async () => void (await (await createNlpJs(load, samples)).train()));
  const speed = (what: string, ours: number): BenchRow => ({
    what: `${set.name}: ${what}`,
    ours: microseconds(ours),
    against: microseconds(each.peer),
    ratio: ours / each.peer,
    goal: 'ahead',
    met: ours < each.peer,
  });
  return [
    speed('one text to intents', each.classified),
    speed('one text to intents, values and the words that decided', each.explained),
    {
      what: `${set.name}: from ${samples.length} samples to an interpreter`,
      ours: milliseconds(training),
      against: milliseconds(peerTraining),
      ratio: training / peerTraining,
      goal: 'ahead',
      met: training < peerTraining,
    },
  ];
}

function toTaught(samples: readonly LabelledText[]): readonly TaughtSample[] {
  const intents = new Map<string, number>();
  return samples.map(({ text, intent }) => {
    const number = intents.get(intent) ?? intents.size;
    intents.set(intent, number);
    return { intent: number, items: readPattern(text).items };
  });
}

const formsOf = (text: string): readonly string[] => readWords(text).map(({ form }) => form);

async function medianWork(work: () => void | Promise<void>): Promise<number> {
  const timings: number[] = [];
  for (let round = 0; round < 25; round += 1) {
    const before = worked();
    await work();
    timings.push(worked() - before);
  }
  return median(timings.slice(5));
}

/** Greetings, requests and thanks around what is said. */
function politeNote({ name, train, test, unrelated }: SampleSet, vectors: WordVectors | null): string {
  const polite = { name, train, test: saidPolitely(test), unrelated: saidPolitely(unrelated) };
  const shares = [5, 10].map((each) => {
    const index = toIndex(firstOfEach(train, each), vectors);
    const { accuracy, auroc } = measure(polite, (text) => top(index, text));
    return `${each} samples: ${percent(1 - shareOf(accuracy))} wrong, ${percent(1 - shareOf(auroc))} not told apart`;
  });
  return `${name}, said politely: ${shares.join('; ')}.`;
}

/** What the table of word vectors is worth. */
function wordingNote(set: SampleSet): string {
  const shares = [5, 10].map((each) => {
    const index = toIndex(firstOfEach(set.train, each), null);
    const { accuracy, auroc } = measure(set, (text) => top(index, text));
    return `${each} samples: ${percent(1 - shareOf(accuracy))} wrong, ${percent(1 - shareOf(auroc))} not told apart`;
  });
  return `${set.name}, by words alone, without word vectors: ${shares.join('; ')}.`;
}
