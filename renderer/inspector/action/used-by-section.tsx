import { useMemo } from 'react';
import { nameOf } from '../../../shared/model/selectors/name-of.ts';
import { usesOfAction } from '../../../shared/model/selectors/uses-of-action.ts';
import { Section } from '../fields/section.tsx';
import { RecordRow, RecordRows } from '../record-row.tsx';
import { useSettledDocument } from '../references/known-names.ts';

/** The intents an action is on. */
export function UsedBySection({ action }: { readonly action: string }) {
  const document = useSettledDocument();
  const uses = useMemo(() => usesOfAction(document, action), [document, action]);
  return (
    <Section title="Used by" name="actions.uses" count={uses.length}>
      {uses.length === 0 ? (
        <p className="section-note">No intent yet. Drag it onto one, or add it in the form of an intent.</p>
      ) : (
        <RecordRows label="Used by">
          {uses.map(({ intent, use }) => (
            <RecordRow key={use.id} id={use.id} title={nameOf(document, intent.id)} detail={intent.intentId} />
          ))}
        </RecordRows>
      )}
    </Section>
  );
}
