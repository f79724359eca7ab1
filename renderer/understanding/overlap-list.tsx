import type { UnderstandingScore } from '../../shared/understanding/score-schema.ts';
import { IntentLink } from './intent-link.tsx';

/** Samples of different intents that say the same, or nearly. */
export function OverlapList({ score }: { readonly score: UnderstandingScore }) {
  if (score.overlaps.length === 0) return null;
  return (
    <section aria-label="Overlapping samples">
      <h3>Overlapping samples</h3>
      <ul className="findings">
        {score.overlaps.map(({ kind, left, right }) => (
          <li key={`${left.intent} ${left.sample} ${right.intent} ${right.sample}`}>
            “{left.sample}” <IntentLink {...left} />
            {kind === 'same' ? ' is also ' : ' and '}“{right.sample}” <IntentLink {...right} />
          </li>
        ))}
      </ul>
    </section>
  );
}
