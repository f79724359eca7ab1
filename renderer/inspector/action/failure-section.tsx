import type { ActionRecord } from '../../../shared/model/action-record.ts';
import type { Transition } from '../../../shared/model/intent-record.ts';
import { useEditor } from '../../state/studio.ts';
import { merged, type Edit, type Refusal } from '../edit.ts';
import { TransitionPicker } from '../fields/transition-picker.tsx';
import { ReferenceField } from '../references/reference-field.tsx';
import { DefaultOutputs } from './default-outputs.tsx';
import { FoldedSection } from './folded-section.tsx';

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
    const next = merged(onFailure, changes);
    const says = next.message !== '' || next.transition !== null || next.outputs !== undefined;
    return edit.set({ onFailure: says ? next : null }, burst);
  };
  const go = (target: string | null): Refusal => {
    const level = levels[homes.get(target ?? '')?.table ?? ''];
    if (target === null || level === undefined) return set({ transition: null }, null);
    const transition = { conversation: null, scene: null, turn: null, [level]: target } as Transition;
    return set({ transition }, null);
  };
  return (
    <FoldedSection title="When it fails" name="actions.failure" fields="onFailure" summary={failureWords(edit.value)}>
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
      <DefaultOutputs
        action={edit.value}
        given={onFailure.outputs ?? {}}
        place={edit.place('onFailure.outputs')}
        write={(outputs, burst) => set({ outputs: Object.keys(outputs).length === 0 ? undefined : outputs }, burst)}
      />
    </FoldedSection>
  );
}

function failureWords({ onFailure }: ActionRecord): string {
  if (onFailure === null) return 'the talk goes on';
  const { message, transition, outputs = {} } = onFailure;
  const stored = Object.keys(outputs).length;
  const words = [message === '' ? '' : 'says something', transition === null ? '' : 'goes elsewhere'];
  return [...words, stored === 0 ? '' : `${stored} default ${stored === 1 ? 'output' : 'outputs'}`]
    .filter(Boolean)
    .join(', ');
}
