import { useEffect, useRef, useState } from 'react';
import { isKind } from '../../shared/explain/exchange-events.ts';
import type { TrialScope } from '../../shared/understanding/trial-schema.ts';
import { failureText } from '../app/failure-text.ts';
import { placeAfter } from '../run/suggestions.ts';
import { useRun, useUi } from '../state/studio.ts';
import { TrialResult } from './trial-result.tsx';
import { useTrial } from './use-trial.ts';
import './try-utterance.css';

type Where = TrialScope['kind'];

/** A text, and what it would be taken for, while it is typed. */
export function TryUtterance({ isShown, version }: { readonly isShown: boolean; readonly version: number }) {
  const trying = useUi((state) => state.trying);
  const [text, setText] = useState(trying?.text ?? '');
  const [where, setWhere] = useState<Where>(trying === null ? 'place' : 'everywhere');
  const field = useRef<HTMLInputElement>(null);
  // Somebody asks from elsewhere, wherever the talk is: the text is theirs, and the field is where they go on.
  const [asked, setAsked] = useState(trying);
  if (asked !== trying) {
    setAsked(trying);
    if (trying !== null) {
      setText(trying.text);
      setWhere('everywhere');
    }
  }
  useEffect(() => {
    if (trying !== null) field.current?.focus();
  }, [trying]);
  const isTalking = useRun((state) => state.run !== null);
  const ended = useRun((state) => state.exchanges.at(-1)?.events.findLast(isKind('exchange.ended')) ?? null);
  const scope: TrialScope =
    where === 'everywhere' ? { kind: where } : { kind: where, place: isTalking ? placeAfter(ended) : null };
  const { trial, failure, isStale } = useTrial(isShown, text, scope, version);
  return (
    <section className="try" aria-label="Try an utterance">
      <div className="try-bar">
        <input
          ref={field}
          className="try-field"
          aria-label="Try an utterance"
          placeholder="Say something as a person would"
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return;
            event.stopPropagation();
            setText('');
          }}
        />
        <WhereSwitch where={where} isTalking={isTalking} onChoose={setWhere} />
      </div>
      <div className="trial-place" data-stale={isStale || undefined} aria-busy={isStale}>
        {failure !== null && !isStale && <p className="try-note">{failureText(failure)}</p>}
        {trial !== null && <TrialResult trial={trial} />}
        {trial === null && failure === null && <p className="try-note">{lesson}</p>}
      </div>
    </section>
  );
}

const lesson =
  'Type what a person might say. You see which intent it would be taken for, how sure that is, and which words decided.';

type WhereSwitchProps = {
  readonly where: Where;
  readonly isTalking: boolean;
  readonly onChoose: (where: Where) => void;
};

function WhereSwitch({ where, isTalking, onChoose }: WhereSwitchProps) {
  const choices = [
    {
      value: 'place',
      label: isTalking ? 'Where the talk is' : 'At the start',
      meaning: isTalking
        ? 'Among what is listened for where the talk is now'
        : 'Among what is listened for when a talk begins; while you talk, where the talk is',
    },
    { value: 'everywhere', label: 'Everywhere', meaning: 'Among all intents of the scenario' },
  ] as const satisfies readonly { value: Where; label: string; meaning: string }[];
  return (
    <div className="try-where" role="radiogroup" aria-label="Among which intents">
      {choices.map(({ value, label, meaning }) => (
        <label key={value} title={meaning}>
          <input
            type="radio"
            name="try-where"
            className="unseen"
            checked={where === value}
            aria-description={meaning}
            onChange={() => onChoose(value)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
