import { RefreshCw, Square } from 'lucide-react';
import type { UnderstandingScore } from '../../shared/understanding/score-schema.ts';
import { failureText } from '../app/failure-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { ConfusionTable } from './confusion-table.tsx';
import { IntentScores } from './intent-scores.tsx';
import { OverlapList } from './overlap-list.tsx';
import { percent } from './percent.ts';
import { SuggestionList } from './suggestion-list.tsx';
import type { ScoreView as View } from './use-score.ts';
import './score-view.css';

/** How well the samples teach: each intent, what is confused with what, and what would help. */
export function ScoreView({ view }: { readonly view: View }) {
  const { score } = view;
  return (
    <section className="score" aria-label="How well the samples teach">
      <ScoreBar view={view} />
      {score === null ? (
        <p className="score-note">{waitingText}</p>
      ) : score.intents.length === 0 ? (
        <EmptyState sentence="No intent has sample utterances yet. Select a USER intent and write a few things people say; here you see how well they are told apart." />
      ) : (
        <div className="score-columns" data-stale={view.isStale || undefined}>
          <IntentScores score={score} />
          <div className="score-findings">
            <SuggestionList score={score} />
            <ConfusionTable score={score} />
            <OverlapList score={score} />
            <Excluded score={score} />
          </div>
        </div>
      )}
    </section>
  );
}

const waitingText =
  'Some samples are held back, the interpreter learns from the others, and is asked what the held ones mean.';

function ScoreBar({ view }: { readonly view: View }) {
  const { score, progress, failure, isStale, measure, stop } = view;
  const isFailed = failure !== null && failure.code !== 'interpret.cancelled';
  return (
    <div className="score-bar">
      <p role="status">
        {score !== null && score.tested > 0 && (
          <>
            <strong>{percent(score.right / score.tested)}</strong>{' '}
            <span title={waitingText}>
              {score.right} of {score.tested} held-out samples understood
            </span>
          </>
        )}
        {score !== null && score.intents.length > 0 && score.tested === 0 && 'No sample can be held back yet'}
        {isStale && progress === null && <span className="score-stale">Before your last edits</span>}
        {isFailed && <span className="score-failed">{failureText(failure)}</span>}
        {failure !== null && !isFailed && progress === null && <span className="score-stale">Stopped</span>}
      </p>
      {progress === null ? (
        <IconButton icon={RefreshCw} label="Measure again" onClick={measure} />
      ) : (
        <>
          <progress
            className="score-progress"
            aria-label="Measuring"
            max={Math.max(1, progress.total)}
            value={progress.total === 0 ? undefined : progress.done}
          />
          <IconButton icon={Square} label="Stop measuring" onClick={stop} />
        </>
      )}
    </div>
  );
}

/** What the numbers leave out, said openly. */
function Excluded({ score }: { readonly score: UnderstandingScore }) {
  const { withoutSamples, readElsewhere } = score;
  const parts = [
    withoutSamples > 0 &&
      `${counted(withoutSamples, 'intent has', 'intents have')} no samples: only buttons and callbacks can mean ${withoutSamples === 1 ? 'it' : 'them'}.`,
    readElsewhere > 0 &&
      `${counted(readElsewhere, 'intent is', 'intents are')} read by another interpreter and not part of this.`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : <p className="score-note">{parts.join(' ')}</p>;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
