import type { ActionRecord } from '../../../shared/model/action-record.ts';
import type { Transition } from '../../../shared/model/intent-record.ts';
import { useEditor } from '../../state/studio.ts';
import type { Edit, Refusal } from '../edit.ts';
import { Section } from '../fields/section.tsx';
import { TransitionPicker } from '../fields/transition-picker.tsx';
import { ReferenceField } from '../references/reference-field.tsx';

type OnFailure = NonNullable<ActionRecord['onFailure']>;
const goOn: OnFailure = { message: '', transition: null };
const levels: Readonly<Record<string, keyof Transition>> = {
  conversations: 'conversation',
  scenes: 'scene',
  turns: 'turn',
};

/** What happens to the talk when the action fails. */
export function FailureSection({ edit }: { readonly edit: Edit<ActionRecord> }) {
  const homes = useEditor((state) => state.document.homes);
  const onFailure = edit.value.onFailure ?? goOn;
  const set = (changes: Partial<OnFailure>, burst: string | null): Refusal => {
    const next = { ...onFailure, ...changes };
    const says = next.message !== '' || next.transition !== null;
    return edit.set({ onFailure: says ? next : null }, burst);
  };
  const go = (target: string | null): Refusal => {
    const level = levels[homes.get(target ?? '')?.table ?? ''];
    if (target === null || level === undefined) return set({ transition: null }, null);
    const transition = { conversation: null, scene: null, turn: null, [level]: target } as Transition;
    return set({ transition }, null);
  };
  return (
    <Section title="When it fails" name="actions.failure" startsOpen={edit.value.onFailure !== null}>
      <ReferenceField
        label="Say"
        meaning="Shown instead of the answer"
        form="template"
        lines
        placeholder="Nothing: the talk goes on"
        text={onFailure.message}
        place={edit.place('onFailure.message')}
        troubles={[]}
        write={(message) => set({ message }, 'onFailure.message')}
      />
      <TransitionPicker
        label="Go to"
        meaning="Where the talk goes then"
        empty="Nowhere: the talk goes on"
        value={onFailure.transition}
        troubles={edit.troubles('onFailure')}
        onTarget={go}
      />
    </Section>
  );
}
