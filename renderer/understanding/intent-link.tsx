import { goTo } from '../inspector/go-to.ts';
import { useStudio } from '../state/studio.ts';

type IntentLinkProps = {
  readonly intentId: string;
  /** The record that is shown; without one the id is only text. */
  readonly intent: string | undefined;
};

/** An intent in a sentence; pressing it goes there. */
export function IntentLink({ intentId, intent }: IntentLinkProps) {
  const studio = useStudio();
  if (intent === undefined) return <code>{intentId}</code>;
  return (
    <button type="button" className="intent-link" onClick={() => goTo(studio, intent)}>
      {intentId}
    </button>
  );
}
