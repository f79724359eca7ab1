import type { IntentRecord, Speaker } from '../../../shared/model/intent-record.ts';
import { toIntentId } from '../../../shared/commands/intent-add.ts';
import { followsItsName } from '../../outline/rename-command.ts';
import { useEditor } from '../../state/studio.ts';
import { ConditionsSection } from '../conditions/conditions-section.tsx';
import { listOf, textOf, useRecordEdit, type Edit } from '../edit.ts';
import { BehavioursField } from '../fields/behaviours-field.tsx';
import { ChoiceField } from '../fields/choice-field.tsx';
import { InterpreterField } from '../fields/interpreter-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { Section } from '../fields/section.tsx';
import { TextField } from '../fields/text-field.tsx';
import { InspectorHeader } from '../inspector-header.tsx';
import { MessagesEditor } from '../message/messages-editor.tsx';
import { ExpectedAttributes } from './expected-attributes.tsx';
import { AssignmentsSection } from './assignments-section.tsx';
import { ListensFor } from './listens-for.tsx';
import { SamplesSection } from './samples-section.tsx';
import { NextSection } from './next-section.tsx';
import { UsesSection } from './uses-section.tsx';

/** One thing said, by a person or by the app. `message` is the one to show first. */
export function IntentForm({ id, message }: { readonly id: string; readonly message: string | null }) {
  const intent = useEditor((state) => state.document.tables.intents.get(id));
  return intent === undefined ? null : <IntentFields intent={intent} message={message} />;
}

function IntentFields({ intent, message }: { readonly intent: IntentRecord; readonly message: string | null }) {
  const edit = useRecordEdit('intents', intent);
  const document = useEditor((state) => state.document);
  const isUser = intent.speaker === 'USER';
  // While nobody says the id that was made from the name, it goes along.
  const rename = (name: string): string | null =>
    edit.set(followsItsName(document, intent) ? { name, intentId: toIntentId(name) } : { name }, 'name');
  return (
    <>
      <InspectorHeader
        id={intent.id}
        name={{ ...textOf(edit, 'name'), write: rename }}
        remove={{ label: 'Delete intent', ids: [intent.id] }}
      />
      {(isUser || intent.samples.length > 0) && <SamplesSection id={intent.id} list={listOf(edit, 'samples')} />}
      {(!isUser || intent.messages.length > 0) && <MessagesEditor edit={edit} shown={message} />}
      {(isUser || intent.expectedAttributes.length > 0) && <ExpectedAttributes edit={edit} />}
      <UsesSection intent={intent} />
      <ConditionsSection
        name="intents"
        purpose={
          isUser ? 'Checked once it was recognised; all must hold.' : 'The app answers with this only when all hold.'
        }
        list={listOf(edit, 'conditions')}
      />
      <AssignmentsSection
        title="Set attributes"
        name="intents.sets"
        fields="setAttributes"
        purpose="Written before the actions run."
        list={listOf(edit, 'setAttributes')}
      />
      <NextSection edit={edit} />
      <Section title="Details" name="intents.details" fields="intentId interpreter confidence listensFor">
        <NameFields edit={edit} />
        <RecognitionFields edit={edit} />
      </Section>
    </>
  );
}

const speakers = [
  { value: 'USER', label: 'USER' },
  { value: 'APP', label: 'APP' },
] as const satisfies readonly { value: Speaker; label: string }[];
const buckets = [
  { value: 'request', label: 'Request' },
  { value: 'response', label: 'Response' },
] as const;

function NameFields({ edit }: { readonly edit: Edit<IntentRecord> }) {
  const { speaker, bucket } = edit.value;
  return (
    <>
      <TextField label="Intent id" meaning="What interpreters answer with" mono {...textOf(edit, 'intentId')} />
      <div className="form-pair">
        <ChoiceField
          label="Speaker"
          meaning="Who says it"
          value={speaker}
          choices={speakers}
          onChoose={(chosen) => edit.set({ speaker: chosen })}
        />
        <ChoiceField
          label="Place"
          meaning="In its turn"
          value={bucket}
          choices={buckets}
          onChoose={(chosen) => edit.set({ bucket: chosen })}
        />
      </div>
    </>
  );
}

function RecognitionFields({ edit }: { readonly edit: Edit<IntentRecord> }) {
  const intent = edit.value;
  return (
    <>
      <TextField
        label="Description"
        meaning="For your team; it changes nothing"
        lines
        {...textOf(edit, 'description')}
      />
      {intent.speaker === 'USER' && (
        <>
          <NumberField
            label="Confidence"
            meaning="The least at which it counts, 0 to 1"
            value={intent.confidence}
            min={0}
            max={1}
            onValue={(confidence) => (confidence === null ? null : edit.set({ confidence }, 'confidence'))}
            place={edit.place('confidence')}
            troubles={edit.troubles('confidence')}
          />
          <ListensFor edit={edit} />
        </>
      )}
      <InterpreterField
        value={intent.interpreter}
        inherited="As its turn"
        onValue={(interpreter) => edit.set({ interpreter })}
      />
      <BehavioursField
        value={intent.behaviors}
        meanings={{ COMPLETING: 'The conversation ends with it' }}
        onValue={(behaviors) => edit.set({ behaviors })}
      />
    </>
  );
}
