import type { ActionOf } from '../../../../shared/model/action-record.ts';
import type { Edit } from '../../edit.ts';
import { Section } from '../../fields/section.tsx';
import { SwitchField } from '../../fields/switch-field.tsx';
import { ChoiceOf, NumberOf, TemplateOf, TextOf } from '../bound-fields.tsx';
import { FoldedSection } from '../folded-section.tsx';
import { IntegrationChoice } from '../integration-choice.tsx';
import { TextList } from '../text-list.tsx';
import { LlmScript } from './llm-script.tsx';
import { LlmTuning } from './llm-tuning.tsx';

type Llm = ActionOf<'llm'>;

const providers = [
  { value: 'scripted', label: 'Scripted, on this machine' },
  { value: 'openai', label: 'OpenAI or compatible' },
  { value: 'anthropic', label: 'Anthropic' },
] as const;

/** Who is asked for a text, and what it is told. */
export function LlmFields({ edit }: { readonly edit: Edit<Llm> }) {
  const { provider, structured } = edit.value;
  return (
    <>
      <Section title="Model" name="actions.llm" fields="integration model">
        <ChoiceOf edit={edit} of="provider" label="Provider" meaning="Who answers" choices={providers} />
        {provider !== 'scripted' && <ModelFields edit={edit} />}
        <TemplateOf edit={edit} of="system" label="System prompt" meaning="How it should behave" lines />
        <TemplateOf edit={edit} of="prompt" label="Prompt" meaning="Empty: what was said last" lines />
        <NumberOf
          edit={edit}
          of="history"
          label="History"
          meaning="Lines of the talk that go along"
          min={0}
          max={24}
          whole
        />
        <SwitchField
          label="Values instead of a text"
          meaning="Each output is taken from the reply, as its description says"
          value={structured}
          onValue={(on) => edit.set({ structured: on })}
        />
      </Section>
      {provider === 'scripted' ? <LlmScript edit={edit} /> : <LlmTuning edit={edit} />}
      <ExclusionFields edit={edit} />
    </>
  );
}

const ModelFields = ({ edit }: { readonly edit: Edit<Llm> }) => (
  <>
    <IntegrationChoice
      meaning="Its address and its key"
      none="Choose one"
      value={edit.value.integration}
      troubles={edit.troubles('integration')}
      onChoose={(integration) => edit.set({ integration })}
    />
    <div className="form-pair">
      <TextOf
        edit={edit}
        of="model"
        label="Model"
        meaning="As the service calls it"
        mono
        placeholder="name of the model"
      />
      <TemplateOf edit={edit} of="path" label="Path" meaning="After the base URL" mono placeholder="the usual one" />
    </div>
  </>
);

function ExclusionFields({ edit }: { readonly edit: Edit<Llm> }) {
  const { excludedPrompts = [], excludedReplies = [], failureText } = edit.value;
  const count = excludedPrompts.length + excludedReplies.length;
  const summary = [count === 0 ? '' : `${count} excluded`, failureText === '' ? '' : 'failure text'];
  return (
    <FoldedSection title="What is not said" name="actions.llm.excluded" summary={summary.filter(Boolean).join(', ')}>
      <TextList
        label="Prompts with"
        meaning="Are not sent"
        word="excluded prompt"
        items={excludedPrompts}
        place={edit.place('excludedPrompts')}
        write={(items, burst) =>
          edit.set(
            { excludedPrompts: items.length === 0 ? undefined : items },
            burst === null ? null : `excludedPrompts.${burst}`,
          )
        }
      />
      <TextList
        label="Replies with"
        meaning="Are not used"
        word="excluded reply"
        items={excludedReplies}
        place={edit.place('excludedReplies')}
        write={(items, burst) =>
          edit.set(
            { excludedReplies: items.length === 0 ? undefined : items },
            burst === null ? null : `excludedReplies.${burst}`,
          )
        }
      />
      <TemplateOf edit={edit} of="failureText" label="Instead" meaning="What llm_response holds then" lines />
    </FoldedSection>
  );
}
