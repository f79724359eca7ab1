import type { IntentScore, UnderstandingScore } from '../../shared/understanding/score-schema.ts';
import { goTo } from '../inspector/go-to.ts';
import { useStudio } from '../state/studio.ts';
import { Meter } from './meter.tsx';

/** Each intent with how many of its held-out samples were understood, the worst first. */
export function IntentScores({ score }: { readonly score: UnderstandingScore }) {
  const studio = useStudio();
  const sorted = score.intents.toSorted((left, right) => rankOf(left) - rankOf(right));
  return (
    <ol className="intent-scores" aria-label="Intents, the worst understood first">
      {sorted.map((one) => (
        <li key={one.intentId}>
          <button type="button" className="intent-score" title={titleOf(one)} onClick={() => goTo(studio, one.intent)}>
            <span className="intent-score-name">{one.intentId}</span>
            {one.tested === 0 ? (
              <span className="intent-score-untested">not measured</span>
            ) : (
              <>
                <Meter share={one.right / one.tested} tone={toneOf(one)} />
                <span className="intent-score-count">
                  {one.right}
                  <span aria-hidden>/</span>
                  <span className="unseen"> of </span>
                  {one.tested}
                </span>
              </>
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}

const rankOf = ({ tested, right }: IntentScore): number => (tested === 0 ? 2 : right / tested);

function toneOf({ tested, right }: IntentScore): 'good' | 'fair' | 'poor' {
  const share = right / tested;
  return share >= 0.8 ? 'good' : share >= 0.5 ? 'fair' : 'poor';
}

function titleOf({ samples, rules, tested, right }: IntentScore): string {
  if (tested > 0) return `${right} of ${tested} held-out samples understood`;
  if (samples === rules) return 'Its samples are values to fill in and nothing else, so there is nothing to hold back';
  if (samples - rules < 2) return 'With one sample in words there is nothing to hold back';
  return 'Its samples hold values whose attributes have no example';
}
