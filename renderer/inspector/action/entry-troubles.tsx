import { TroubleLine } from '../fields/field-frame.tsx';
import { useProblemsByRef } from '../problems-by-ref.ts';

type EntryTroublesProps = {
  /** The action, and the place of the entry in it, such as `actions/refund/steps.0`. */
  readonly action: string;
  readonly place: string;
};

/** What is wrong in one entry of a list, open or closed; what is wrong in entries inside it, they say themselves. */
export function EntryTroubles({ action, place }: EntryTroublesProps) {
  const problems = useProblemsByRef();
  const field = `${place.slice(`actions/${action}/`.length).replace(/\.$/, '')}.`;
  const own = (problems.get(action) ?? []).filter(
    (problem) => problem.field.startsWith(field) && !/(?:steps|branches)\.\d/.test(problem.field.slice(field.length)),
  );
  return own.map(({ severity, sentence, here }) => (
    <TroubleLine key={sentence} trouble={{ severity, sentence: here ?? sentence }} />
  ));
}
