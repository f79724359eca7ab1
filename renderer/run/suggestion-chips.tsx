import { useMemo } from 'react';
import { isKind } from '../../shared/explain/exchange-events.ts';
import { useEditor, useRun, useStudio } from '../state/studio.ts';
import { isAnswering, isTypingOff } from './open-replies.ts';
import { suggestions } from './suggestions.ts';

/** Something to say for those who do not know what to say. */
export function SuggestionChips() {
  const { run } = useStudio();
  const document = useEditor((state) => state.document);
  const isMyTurn = useRun(
    (state) =>
      state.waiting === 'user' &&
      // A person at the desk is told things in one's own words.
      !state.isAtDesk &&
      state.consentFor === null &&
      !isAnswering(state) &&
      !isTypingOff(state),
  );
  const ended = useRun((state) => state.exchanges.at(-1)?.events.findLast(isKind('exchange.ended')) ?? null);
  const offered = useMemo(() => (isMyTurn ? suggestions(document, ended, 4) : []), [document, ended, isMyTurn]);
  if (offered.length === 0) return null;
  return (
    <div className="suggestion-chips" role="group" aria-label="Things to say">
      {offered.map((text) => (
        <button
          key={text}
          type="button"
          className="suggestion-chip"
          title={text}
          onClick={() => void run.say({ kind: 'text', text })}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
