import type { ActionOf } from '../../../../shared/model/action-record.ts';
import type { Edit } from '../../edit.ts';
import { ChoiceField } from '../../fields/choice-field.tsx';
import { NumberOf } from '../bound-fields.tsx';
import { FoldedSection } from '../folded-section.tsx';
import { TextList } from '../text-list.tsx';

type Llm = ActionOf<'llm'>;

const efforts = [
  { value: '', label: 'As usual' },
  { value: 'low', label: 'Low' },
  { value: 'medium', label: 'Medium' },
  { value: 'high', label: 'High' },
] as const;
const usual = { optional: true, placeholder: 'as usual' } as const;

/** The knobs of a model; one that is not turned is not sent. */
export const LlmTuning = ({ edit }: { readonly edit: Edit<Llm> }) => (
  <FoldedSection title="Tuning" name="actions.llm.tuning" summary={tuningWords(edit.value)}>
    <div className="form-pair">
      <NumberOf edit={edit} of="temperature" label="Temperature" meaning="0 to 2" min={0} max={2} {...usual} />
      <NumberOf edit={edit} of="topP" label="Top P" meaning="0 to 1" min={0} max={1} {...usual} />
    </div>
    <div className="form-pair">
      <NumberOf edit={edit} of="maxTokens" label="Tokens" meaning="At most" min={1} max={1_000_000} whole {...usual} />
      <NumberOf
        edit={edit}
        of="seed"
        label="Seed"
        meaning="Repeatable when set"
        min={-2e9}
        max={2e9}
        whole
        {...usual}
      />
    </div>
    <div className="form-pair">
      <NumberOf edit={edit} of="frequencyPenalty" label="Frequency" meaning="Penalty" min={-2} max={2} {...usual} />
      <NumberOf edit={edit} of="presencePenalty" label="Presence" meaning="Penalty" min={-2} max={2} {...usual} />
    </div>
    <ChoiceField
      label="Effort"
      meaning="Of models that think first"
      value={edit.value.effort ?? ''}
      choices={efforts}
      onChoose={(chosen) => edit.set({ effort: chosen === '' ? undefined : chosen })}
    />
    <TextList
      label="Stop at"
      meaning="Texts that end the reply"
      word="stop text"
      items={edit.value.stop ?? []}
      place={edit.place('stop')}
      write={(items, burst) =>
        edit.set({ stop: items.length === 0 ? undefined : items }, burst === null ? null : `stop.${burst}`)
      }
    />
  </FoldedSection>
);

function tuningWords({ temperature, topP, maxTokens, seed, effort, stop, ...rest }: Llm): string {
  const others = [topP, seed, stop, rest.frequencyPenalty, rest.presencePenalty].filter((value) => value !== undefined);
  const words = [
    temperature === undefined ? '' : `temperature ${temperature}`,
    maxTokens === undefined ? '' : `${maxTokens} tokens`,
    effort === undefined ? '' : `${effort} effort`,
    others.length === 0 ? '' : `${others.length} more`,
  ];
  return words.filter(Boolean).join(', ');
}
