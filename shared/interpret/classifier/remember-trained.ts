import { isSlot } from '../sample-pattern.ts';
import { trainClassifier, type Classifier, type TaughtSample } from './classifier.ts';
import type { MeaningSource } from './meaning-model.ts';

/** Samples of all remembered scopes together; the scope used longest ago goes first. */
const mostSamples = 50_000;

type Trained = { readonly classifier: Classifier; readonly source: MeaningSource | null };

const remembered = new Map<string, Trained>();
let rememberedSamples = 0;

/**
 * Trains once for the same samples: a scenario compiled again after an edit elsewhere learns nothing anew. Forgetting
 * costs a training, never a different answer.
 */
export function trainedFor(taught: readonly TaughtSample[], source: MeaningSource | null): Classifier {
  const key = keyOf(taught);
  const known = remembered.get(key);
  if (known !== undefined) {
    remembered.delete(key);
    remembered.set(key, known);
    if (known.source === source) return known.classifier;
    forget(key, known);
  }
  const classifier = trainClassifier(taught, source);
  remembered.set(key, { classifier, source });
  rememberedSamples += taught.length;
  for (const [oldest, trained] of remembered) {
    if (rememberedSamples <= mostSamples || oldest === key) break;
    forget(oldest, trained);
  }
  return classifier;
}

function forget(key: string, { classifier }: Trained): void {
  remembered.delete(key);
  rememberedSamples -= classifier.taught.length;
}

/** What the classifier sees of the samples, and nothing else: another spelling of the same words changes nothing. */
const keyOf = (taught: readonly TaughtSample[]): string =>
  taught
    .map(({ intent, items }) => `${intent} ${items.map((item) => (isSlot(item) ? '{}' : item)).join(' ')}`)
    .join('\n');
