import type { Result } from '../../../shared/base/result.ts';
import type { EffectResult, InterpretRun } from '../../../shared/engine/effect.ts';
import { createSampleAnswers } from '../../../shared/interpret/answer-from-samples.ts';
import { createTextMemory, type TextMemory } from '../../../shared/interpret/classifier/text-meanings.ts';
import type { WordVectors } from '../../../shared/interpret/classifier/word-vectors.ts';
import { readPattern } from '../../../shared/interpret/sample-pattern.ts';
import { readWords } from '../../../shared/interpret/read-words.ts';
import { failedResult } from '../../../shared/runtime/perform-effect.ts';
import type { Cancellation } from '../../../shared/runtime/ports.ts';
import { loadWordVectors } from '../compile-with-words.ts';
import { loadTextModel, type TextModel } from './load-text-model.ts';
import { modelFolder } from './model-files.ts';

/** Reads with a model of meaning on this machine; no mode and no trust matters to it, for nobody is asked. */
export type SemanticInterpreter = (effect: InterpretRun, cancellation: Cancellation) => Promise<EffectResult>;

export type SemanticParts = {
  readonly load: () => Promise<Result<TextModel, string>>;
  /** For the built-in interpreter, where the model cannot be had. */
  readonly wordVectors: () => WordVectors | null;
  readonly now: () => number;
};

/** What is on this machine. Nothing is looked for before the first utterance. */
export const createInstalledSemantic = (now: () => number, folder: string = modelFolder()): SemanticInterpreter =>
  createSemanticInterpreter({ load: () => loadTextModel(folder), wordVectors: loadWordVectors, now });

/** Vectors of samples and utterances that are remembered: 30 MB. */
const mostTexts = 20_000;
/** A scope with more would take minutes to read. */
const mostSamples = 5_000;
/** Read before the process listens again: some tenths of a second. */
const chunkSize = 16;

export function createSemanticInterpreter(parts: SemanticParts): SemanticInterpreter {
  let loading: Promise<Result<TextModel, string>> | null = null;
  let prepared: { readonly memory: TextMemory; readonly answer: ReturnType<typeof createSampleAnswers> } | null = null;
  let fallback: ReturnType<typeof createSampleAnswers> | null = null;

  const standIn = (effect: InterpretRun, detail: string): EffectResult => {
    fallback ??= createSampleAnswers(parts.wordVectors());
    return { ...read, ranking: fallback(effect), detail };
  };
  return async (effect, cancellation) => {
    const began = parts.now();
    const took = (): number => Math.max(0, parts.now() - began);
    loading ??= parts.load().catch(brokenModel);
    const model = await loading;
    if (!model.ok) return { ...standIn(effect, model.failure), duration: took() };
    if (prepared === null) {
      const memory = createTextMemory(model.value.dimensions, mostTexts);
      prepared = { memory, answer: createSampleAnswers(memory) };
    }
    const { memory, answer } = prepared;
    const texts = textsOf(memory, effect);
    if (texts.length > mostSamples) return { ...standIn(effect, tooMany(texts.length)), duration: took() };
    try {
      const outcome = await learn(model.value, memory, texts, () => cancellation.cancelled || took() > effect.timeout);
      if (outcome === 'stopped') return late(cancellation, took());
    } catch (fault) {
      loading = Promise.resolve(brokenModel(fault));
      return { ...standIn(effect, brokenModel(fault).failure), duration: took() };
    }
    return { ...read, ranking: answer(effect), duration: took() };
  };
}

/** Every text that has to be known to rank the utterance. */
function textsOf(memory: TextMemory, { text, candidates }: InterpretRun): readonly string[] {
  const samples = candidates.flatMap(({ samples: each }) =>
    each.map((sample) => memory.textOf(readPattern(sample).items)),
  );
  const said = memory.textOf(readWords(text).map(({ form }) => form));
  return [...new Set([...samples, said])].filter((each) => each !== '');
}

/** Has the model read what is new. What it has read stays known, also when it is stopped. */
async function learn(
  model: TextModel,
  memory: TextMemory,
  texts: readonly string[],
  isOver: () => boolean,
): Promise<'learned' | 'stopped'> {
  const unknown = texts.filter((text) => !memory.knows(text));
  for (let at = 0; at < unknown.length; at += chunkSize) {
    if (isOver()) return 'stopped';
    const chunk = unknown.slice(at, at + chunkSize);
    const vectors = await model.read(chunk);
    for (const [index, text] of chunk.entries()) {
      const vector = vectors[index];
      if (vector !== undefined) memory.learn(text, vector);
    }
    // The process has other messages to hear: the one that calls this off, for example.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return 'learned';
}

const late = ({ cancelled }: Cancellation, duration: number): EffectResult =>
  cancelled
    ? failedResult('cancelled', 'It was cancelled while it read.', duration)
    : failedResult('timedOut', 'The samples in reach are still being read; say it again in a moment.', duration);

const brokenModel = (fault: unknown): { readonly ok: false; readonly failure: string } => ({
  ok: false,
  failure: `The model of meaning failed (${fault instanceof Error ? fault.message.slice(0, 200) : 'unknown'}), so the built-in interpreter read instead.`,
});

const tooMany = (count: number): string =>
  `${count} samples are in reach, more than the model of meaning reads in good time, so the built-in interpreter read instead.`;

const read: EffectResult = {
  outcome: 'succeeded',
  origin: 'default',
  outputs: {},
  failure: null,
  detail: '',
  status: null,
  duration: 0,
  attempts: 1,
  request: null,
  response: null,
};
