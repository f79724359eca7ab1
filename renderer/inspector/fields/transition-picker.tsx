import type { Transition } from '../../../shared/model/intent-record.ts';
import type { Refusal } from '../edit.ts';
import { nameOf } from '../../../shared/model/selectors/name-of.ts';
import { visibleText } from '../../../shared/explain/visible-text.ts';
import { useEditor } from '../../state/studio.ts';
import { iconOf, levelPicks } from '../picks.tsx';
import type { Trouble } from '../problems-by-ref.ts';
import { FieldFrame } from './field-frame.tsx';
import { FieldRow, RowEnd } from './field-row.tsx';
import { SearchPicker } from './search-picker.tsx';

type TransitionPickerProps = {
  readonly label: string;
  readonly meaning: string;
  readonly value: Transition | null;
  readonly onTarget: (target: string | null) => Refusal;
  readonly empty: string;
  readonly troubles: readonly Trouble[];
};

/** The deepest level given decides. */
export const targetOf = (transition: Transition | null): string | null =>
  transition === null ? null : (transition.turn ?? transition.scene ?? transition.conversation);

/** Where the talk goes: a conversation, a scene or a turn. */
export function TransitionPicker({ label, meaning, value, onTarget, empty, troubles }: TransitionPickerProps) {
  const document = useEditor((state) => state.document);
  const target = targetOf(value);
  return (
    <FieldRow
      end={value !== null && <RowEnd isBelowLabel label="Remove the transition" onPress={() => onTarget(null)} />}
    >
      <FieldFrame label={label} meaning={meaning} troubles={troubles}>
        {(control) => (
          <SearchPicker
            control={control}
            picks={() => levelPicks(document)}
            chosen={
              target === null
                ? null
                : { value: target, label: visibleText(nameOf(document, target)), icon: iconOf(document, target) }
            }
            empty={empty}
            onPick={onTarget}
          />
        )}
      </FieldFrame>
    </FieldRow>
  );
}
