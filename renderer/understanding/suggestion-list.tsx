import type { ReactNode } from 'react';
import type { Suggestion, UnderstandingScore } from '../../shared/understanding/score-schema.ts';
import { IntentLink } from './intent-link.tsx';

/** What would help, most helpful first. */
export function SuggestionList({ score }: { readonly score: UnderstandingScore }) {
  const recordOf = new Map(score.intents.map(({ intentId, intent }) => [intentId, intent]));
  const link = (intentId: string): ReactNode => <IntentLink intentId={intentId} intent={recordOf.get(intentId)} />;
  if (score.suggestions.length === 0) return null;
  return (
    <section aria-label="Suggestions">
      <h3>Suggestions</h3>
      <ul className="findings">
        {score.suggestions.map((suggestion) => (
          <li key={JSON.stringify(suggestion)}>{sentenceOf(suggestion, link)}</li>
        ))}
      </ul>
    </section>
  );
}

function sentenceOf(suggestion: Suggestion, link: (intentId: string) => ReactNode): ReactNode {
  switch (suggestion.kind) {
    case 'keepOne':
      return (
        <>
          “{suggestion.sample}” is a sample of {link(suggestion.intentIds[0])} and {link(suggestion.intentIds[1])}: keep
          it in one of them.
        </>
      );
    case 'tellApart':
      return (
        <>
          Add samples to {link(suggestion.intentIds[0])} and {link(suggestion.intentIds[1])} with the words that tell
          them apart: {suggestion.times} were taken for the other.
        </>
      );
    case 'addMore':
      return (
        <>
          Add {suggestion.add} more {suggestion.add === 1 ? 'sample' : 'samples'} to {link(suggestion.intentId)}: it has{' '}
          {suggestion.have}.
        </>
      );
    default:
      return (
        <>
          Add {suggestion.add} more samples to {link(suggestion.intentId)} in other words: “{suggestion.missed}” was not
          understood.
        </>
      );
  }
}
