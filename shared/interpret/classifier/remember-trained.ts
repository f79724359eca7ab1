import { isSlot } from '../sample-pattern.ts';
import { learnClassifier, type Classifier, type TaughtSample } from './classifier.ts';
import { finishSteps, type Steps } from './finish-steps.ts';
import type { MeaningSource } from './meaning-model.ts';

/** Samples of all remembered scopes together; the scope used longest ago goes first. */
const mostSamples = 50_000;

/** A classifier that is being taught, a step at a time or all at once: whoever needs it finishes what is left. */
export class Training {
  readonly samples: number;
  readonly source: MeaningSource | null;
  readonly #steps: Steps<Classifier>;
  #classifier: Classifier | null = null;

  constructor(taught: readonly TaughtSample[], source: MeaningSource | null) {
    this.samples = taught.length;
    this.source = source;
    this.#steps = learnClassifier(taught, source);
  }

  get isDone(): boolean {
    return this.#classifier !== null;
  }

  step(): void {
    if (this.#classifier !== null) return;
    const step = this.#steps.next();
    if (step.done === true) this.#classifier = step.value;
  }

  finish(): Classifier {
    return (this.#classifier ??= finishSteps(this.#steps));
  }
}

const remembered = new Map<string, Training>();
let rememberedSamples = 0;

/**
 * One training for the same samples: a scenario compiled again after an edit elsewhere learns nothing anew. Forgetting
 * costs a training, never a different answer.
 */
export function trainingFor(taught: readonly TaughtSample[], source: MeaningSource | null): Training {
  const key = keyOf(taught);
  const known = remembered.get(key);
  if (known !== undefined) {
    remembered.delete(key);
    remembered.set(key, known);
    if (known.source === source) return known;
    forget(key, known);
  }
  const training = new Training(taught, source);
  remembered.set(key, training);
  rememberedSamples += training.samples;
  for (const [oldest, trained] of remembered) {
    if (rememberedSamples <= mostSamples || oldest === key) break;
    forget(oldest, trained);
  }
  return training;
}

function forget(key: string, { samples }: Training): void {
  remembered.delete(key);
  rememberedSamples -= samples;
}

/** What the classifier sees of the samples, and nothing else: another spelling of the same words changes nothing. */
const keyOf = (taught: readonly TaughtSample[]): string =>
  taught.map(({ intent, items }) => `${intent} ${spellingOf(items)}`).join('\n');

const spellings = new WeakMap<TaughtSample['items'], string>();

function spellingOf(items: TaughtSample['items']): string {
  let spelling = spellings.get(items);
  if (spelling === undefined) {
    spelling = items.map((item) => (isSlot(item) ? '{}' : item)).join(' ');
    spellings.set(items, spelling);
  }
  return spelling;
}
