import {
  isAsked,
  type AskedInterpreter,
  type InterpreterKind,
  type InterpreterOf,
  type InterpreterRecord,
} from '../../../shared/model/interpreter-record.ts';
import { asId, type IntegrationId } from '../../../shared/model/ids.ts';
import { useEditor } from '../../state/studio.ts';
import { textOf, type Edit } from '../edit.ts';
import { ChoiceField } from '../fields/choice-field.tsx';
import { NumberField } from '../fields/number-field.tsx';
import { TextField } from '../fields/text-field.tsx';

const kinds: { readonly [Kind in InterpreterKind]: { readonly label: string; readonly note: string } } = {
  embedded: {
    label: 'Built in',
    note: 'Reads callbacks, intent ids and sample utterances on this machine, without a network.',
  },
  pattern: { label: 'Patterns', note: 'Goes by patterns alone; sample utterances are not read.' },
  semantic: {
    label: 'Model of meaning',
    note: 'Reads sample utterances with a larger model on this machine. Where that is not installed, the built-in one reads.',
  },
  llm: {
    label: 'Language model',
    note: 'Asks a language model which intent is meant. With mocks, the built-in one reads.',
  },
  dialogflow: {
    label: 'Dialogflow',
    note: 'Asks a service that answers as Dialogflow does. With mocks, the built-in one reads.',
  },
  lex: {
    label: 'Amazon Lex',
    note: 'Asks a service that answers as Lex does. With mocks, the built-in one reads.',
  },
};

const answers = [
  { value: 'schema', label: 'By a schema' },
  { value: 'object', label: 'As any JSON object' },
  { value: 'prompt', label: 'By the prompt alone' },
] as const;

const chatPath = '/chat/completions';

/** Who reads, and how those are reached that have to be asked. */
export function InterpreterKindFields({ edit }: { readonly edit: Edit<InterpreterRecord> }) {
  const { value } = edit;
  const choices = (Object.keys(kinds) as InterpreterKind[]).map((kind) => ({ value: kind, label: kinds[kind].label }));
  return (
    <>
      <ChoiceField
        label="Reads with"
        meaning="What makes sense of what is said"
        value={value.kind}
        choices={choices}
        onChoose={(kind) => edit.set(changesTo(value, kind))}
      />
      <p className="section-note">{kinds[value.kind].note}</p>
      {isAsked(value) && <AskedFields edit={edit as unknown as Edit<AskedInterpreter>} />}
    </>
  );
}

/** A path that is usual for one kind means nothing to another. */
function changesTo(record: InterpreterRecord, kind: InterpreterKind): Partial<InterpreterRecord> {
  const path = isAsked(record) ? record.path : '';
  if (kind === 'llm' && path === '') return { kind, path: chatPath };
  if (kind !== 'llm' && path === chatPath) return { kind, path: '' };
  return { kind };
}

function AskedFields({ edit }: { readonly edit: Edit<AskedInterpreter> }) {
  const { value } = edit;
  return (
    <>
      <IntegrationChoice edit={edit} />
      {value.kind === 'llm' && <ModelFields edit={edit as unknown as Edit<InterpreterOf<'llm'>>} />}
      <TextField
        label="Path"
        meaning={value.kind === 'llm' ? 'What follows the base URL' : '$session is new for every utterance'}
        mono
        placeholder={paths[value.kind]}
        {...textOf(edit, 'path')}
      />
      <NumberField
        label="Timeout"
        meaning="Milliseconds until it has understood nothing"
        value={value.timeout}
        min={1}
        max={600_000}
        whole
        onValue={(timeout) => (timeout === null ? null : edit.set({ timeout }, 'timeout'))}
        place={edit.place('timeout')}
        troubles={edit.troubles('timeout')}
      />
    </>
  );
}

const paths: { readonly [Kind in AskedInterpreter['kind']]: string } = {
  llm: chatPath,
  dialogflow: '/v2/projects/shop/agent/sessions/$session:detectIntent',
  lex: '/bots/BOT/botAliases/ALIAS/botLocales/en_US/sessions/$session/text',
};

function IntegrationChoice({ edit }: { readonly edit: Edit<AskedInterpreter> }) {
  const integrations = useEditor((state) => state.document.tables.integrations);
  const { integration } = edit.value;
  const isLost = integration !== null && !integrations.has(integration);
  return (
    <ChoiceField
      label="Integration"
      meaning="Gives the address and how to log in"
      value={integration ?? ''}
      choices={[
        { value: '', label: 'None yet' },
        ...[...integrations.values()].map(({ id, name }) => ({ value: id as string, label: name || id })),
        ...(isLost ? [{ value: integration as string, label: `${integration} (not there)` }] : []),
      ]}
      troubles={edit.troubles('integration')}
      onChoose={(chosen) => edit.set({ integration: chosen === '' ? null : asId<IntegrationId>(chosen) })}
    />
  );
}

function ModelFields({ edit }: { readonly edit: Edit<InterpreterOf<'llm'>> }) {
  return (
    <>
      <TextField label="Model" meaning="As the service calls it" mono {...textOf(edit, 'model')} />
      <TextField
        label="Instructions"
        meaning="What the model should know of the subject"
        lines
        {...textOf(edit, 'instructions')}
      />
      <ChoiceField
        label="Answers in JSON"
        meaning="What the service understands"
        value={edit.value.answer}
        choices={answers}
        onChoose={(answer) => edit.set({ answer })}
      />
    </>
  );
}
