import { visibleText } from '../../../shared/explain/visible-text.ts';
import type { IntentRecord } from '../../../shared/model/intent-record.ts';
import { useEditor } from '../../state/studio.ts';
import { useWrite, type Edit } from '../edit.ts';
import { FieldFrame } from '../fields/field-frame.tsx';
import { FieldRow, RowEnd } from '../fields/field-row.tsx';
import { SearchPicker } from '../fields/search-picker.tsx';
import { Section } from '../fields/section.tsx';
import { TransitionPicker } from '../fields/transition-picker.tsx';
import { intentIdPicks } from '../picks.tsx';

/** Where the talk goes after this intent. */
export function NextSection({ edit }: { readonly edit: Edit<IntentRecord> }) {
  const document = useEditor((state) => state.document);
  const write = useWrite();
  const intent = edit.value;
  const { virtualIntent } = intent;
  const isUsed = intent.transition !== null || virtualIntent !== null;
  return (
    <Section title="What comes next" name="intents.next" fields="transition virtualIntent" startsOpen={isUsed}>
      <TransitionPicker
        label="Transition"
        meaning="Where the talk goes after it"
        empty="Stay here"
        value={intent.transition}
        troubles={edit.troubles('transition')}
        onTarget={(target) => write({ kind: 'transition.set', intent: intent.id, target })}
      />
      {(intent.speaker === 'APP' || virtualIntent !== null) && (
        <FieldRow
          end={
            virtualIntent !== null && (
              <RowEnd
                isBelowLabel
                label="Remove the virtual intent"
                onPress={() => edit.set({ virtualIntent: null })}
              />
            )
          }
        >
          <FieldFrame
            label="Virtual intent"
            meaning="Said for the person, right after"
            troubles={edit.troubles('virtualIntent')}
          >
            {(control) => (
              <SearchPicker
                control={control}
                picks={() => intentIdPicks(document, 'USER')}
                chosen={virtualIntent === null ? null : { value: virtualIntent, label: visibleText(virtualIntent) }}
                empty="Wait for the person"
                onPick={(id) => edit.set({ virtualIntent: id })}
                onType={(typed) => edit.set({ virtualIntent: typed })}
              />
            )}
          </FieldFrame>
        </FieldRow>
      )}
    </Section>
  );
}
