import { CircleCheck, CircleHelp } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { Trial, TrialPart, TrialRank } from '../../shared/understanding/trial-schema.ts';
import { goTo } from '../inspector/go-to.ts';
import { useStudio } from '../state/studio.ts';
import { Meter } from './meter.tsx';
import { percent } from './percent.ts';
import './trial-result.css';

/** The answer in a sentence, the words that decided, and everything that was thought of. */
export function TrialResult({ trial }: { readonly trial: Trial }) {
  const { ranking, chosen, parts, readElsewhere } = trial;
  const isWeighed = parts.some(({ weight, unknown }) => weight !== null || unknown);
  return (
    <>
      <p className="trial-answer" data-understood={chosen !== null} role="status">
        {chosen === null ? <CircleHelp size={14} aria-hidden /> : <CircleCheck size={14} aria-hidden />}
        <span>{answerOf(trial)}</span>
      </p>
      {isWeighed && <Words parts={parts} />}
      {ranking.length > 0 && (
        <ol className="trial-ranking" aria-label="What it could mean, likeliest first">
          {ranking.map((rank) => (
            <RankRow key={rank.intentId} rank={rank} isChosen={rank.intentId === chosen} />
          ))}
        </ol>
      )}
      <p className="try-note">
        {candidatesText(trial)} Conditions are not looked at.
        {readElsewhere > 0 &&
          ` ${readElsewhere === 1 ? 'One intent is' : `${readElsewhere} intents are`} read by another interpreter and not part of this.`}
      </p>
    </>
  );
}

function answerOf({ ranking: [best, second], chosen, gap }: Trial): string {
  if (best === undefined) return 'Not understood: it has nothing in common with any sample.';
  const ahead =
    second === undefined || gap === null
      ? ''
      : gap === 0
        ? `; ${second.intentId} is just as likely`
        : `, ${percent(gap)} ahead of ${second.intentId}`;
  if (chosen === null) return `Not understood: nothing is sure enough. Nearest is ${best.intentId}${ahead}.`;
  return chosen === best.intentId
    ? `Understood as ${chosen}${ahead}.`
    : `Understood as ${chosen}: ${best.intentId} is likelier, but not sure enough for its own threshold.`;
}

function candidatesText({ candidates, ranking }: Trial): string {
  const others = candidates - ranking.length;
  if (candidates === 0) return 'No intent is listened for here.';
  if (others <= 0) return `Among ${candidates === 1 ? 'one intent' : `${candidates} intents`}.`;
  return `Among ${candidates === 1 ? 'one intent' : `${candidates} intents`}; ${others} ${others === 1 ? 'has' : 'have'} nothing in common with it.`;
}

/** The stronger a word spoke, the stronger its mark; one that spoke against is struck, an unknown one dotted. */
const Words = ({ parts }: { readonly parts: readonly TrialPart[] }) => (
  <p className="trial-words" data-selectable>
    {parts.map((part, at) => {
      const { text, weight, unknown } = part;
      if (!unknown && weight === null) return text;
      return (
        // Stretches of one text have no identity but their place.
        <mark
          key={at}
          data-kind={unknown ? 'unknown' : (weight ?? 0) < 0 ? 'against' : 'for'}
          style={weightStyle(weight ?? 0)}
          title={meaningOf(part)}
        >
          {text}
          <span className="unseen"> ({meaningOf(part)})</span>
        </mark>
      );
    })}
  </p>
);

const weightStyle = (weight: number): CSSProperties =>
  ({ '--weight': `${Math.round(Math.abs(weight) * 100)}%` }) as CSSProperties;

function meaningOf({ weight, unknown }: TrialPart): string {
  if (unknown) return 'in no sample here';
  return (weight ?? 0) < 0 ? 'spoke against it' : 'spoke for it';
}

function RankRow({ rank, isChosen }: { readonly rank: TrialRank; readonly isChosen: boolean }) {
  const studio = useStudio();
  const { intentId, intent, confidence, threshold, because, attributes } = rank;
  const values = Object.entries(attributes);
  return (
    <li>
      <button
        type="button"
        className="trial-rank"
        title={`Taken from ${percent(threshold)} on`}
        data-chosen={isChosen || undefined}
        onClick={() => goTo(studio, intent)}
      >
        <span className="trial-rank-name">{intentId}</span>
        <Meter share={confidence} mark={threshold} tone={confidence >= threshold ? 'good' : 'calm'} />
        <span className="trial-rank-share">{percent(confidence)}</span>
        <span className="unseen">, taken from {percent(threshold)} on, </span>
        <span className="trial-rank-because">{because}</span>
        {values.length > 0 && (
          <span className="trial-values">
            {values.map(([name, value]) => (
              <span key={name} className="trial-value">
                {name} <b>{typeof value === 'string' ? value : JSON.stringify(value)}</b>
              </span>
            ))}
          </span>
        )}
      </button>
    </li>
  );
}
