import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { HeldOut, UnderstandingScore } from '../../shared/understanding/score-schema.ts';
import { IntentLink } from './intent-link.tsx';
import { percent } from './percent.ts';

type Mistake = { readonly meant: string; readonly heardAs: string | null; readonly samples: readonly HeldOut[] };

/** What held-out samples were taken for instead of what they mean. Only what went wrong is listed. */
export function ConfusionTable({ score }: { readonly score: UnderstandingScore }) {
  const mistakes = mistakesOf(score);
  const recordOf = new Map(score.intents.map(({ intentId, intent }) => [intentId, intent]));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (mistakes.length === 0)
    return score.tested === 0 ? null : <p className="score-note">No held-out sample was taken for something else.</p>;
  const toggle = (key: string): void => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return (
    <table className="confusions">
      <caption>Misunderstood</caption>
      <thead>
        <tr>
          <th scope="col">Meant</th>
          <th scope="col">Taken for</th>
          <th scope="col">Samples</th>
        </tr>
      </thead>
      {mistakes.map(({ meant, heardAs, samples }) => {
        const key = `${meant} ${heardAs ?? ''}`;
        const isOpen = open.has(key);
        return (
          <tbody key={key} title={isOpen ? undefined : samples.map(({ sample }) => sample).join('\n')}>
            <tr>
              <td>
                <IntentLink intentId={meant} intent={recordOf.get(meant)} />
              </td>
              <td>
                {heardAs === null ? (
                  <em>not understood</em>
                ) : (
                  <IntentLink intentId={heardAs} intent={recordOf.get(heardAs)} />
                )}
              </td>
              <td>
                <button type="button" className="confusion-toggle" aria-expanded={isOpen} onClick={() => toggle(key)}>
                  {samples.length}
                  <span className="unseen"> {samples.length === 1 ? 'sample' : 'samples'}: show which</span>
                  <ChevronRight size={12} aria-hidden />
                </button>
              </td>
            </tr>
            {isOpen && samples.map((held) => <HeldOutRow key={held.sample} held={held} />)}
          </tbody>
        );
      })}
    </table>
  );
}

const HeldOutRow = ({ held: { sample, confidence, because } }: { readonly held: HeldOut }) => (
  <tr className="confusion-sample">
    <td colSpan={3}>
      “{sample}”{because !== '' && <span>{` ${percent(confidence)}, ${because}`}</span>}
    </td>
  </tr>
);

/** Taken for another is worse than not understood, and more of it worse than less. */
function mistakesOf({ confusions, intents }: UnderstandingScore): readonly Mistake[] {
  const missed = intents
    .filter((one) => one.missed.length > 0)
    .map(({ intentId, missed: samples }): Mistake => ({ meant: intentId, heardAs: null, samples }))
    .toSorted((left, right) => right.samples.length - left.samples.length);
  return [...confusions, ...missed];
}
