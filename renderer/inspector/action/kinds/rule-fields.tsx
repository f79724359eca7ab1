import { actionArguments } from '../../../../shared/actions/action-arguments.ts';
import { patternProblem } from '../../../../shared/conditions/matches-pattern.ts';
import type { ValidationRule } from '../../../../shared/model/action-kinds.ts';
import type { ActionOf } from '../../../../shared/model/action-record.ts';
import { CodeField } from '../../../code-editor/code-field.tsx';
import { textOf, type Edit, type KeysOf } from '../../edit.ts';
import { ChoiceField } from '../../fields/choice-field.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { ChoiceOf, NumberOf, TemplateOf } from '../bound-fields.tsx';
import { codeNames } from '../code-names.ts';
import { formatChoices } from '../format-choices.ts';
import { TextList } from '../text-list.tsx';
import { AvailableFields } from './available-fields.tsx';
import { parseExpression } from '../../../../shared/actions/local/expression/parse-expression.ts';

type Validation = ActionOf<'validation'>;
type RuleOf<Kind extends ValidationRule['kind']> = Extract<ValidationRule, { kind: Kind }>;
type RuleFieldsProps = { readonly edit: Edit<ValidationRule>; readonly action: Validation };

/** One rule: which input, what must hold, and what is said when it does not. */
export const RuleFields = ({ edit, action }: RuleFieldsProps) => (
  <>
    {edit.value.kind !== 'eligible' && <InputChoice edit={edit as unknown as Edit<RuleOf<'format'>>} action={action} />}
    <OwnFields edit={edit} action={action} />
    <TemplateOf edit={edit} of="reason" label="Reason" meaning="Said when it does not hold" lines />
  </>
);

function InputChoice({ edit, action }: { readonly edit: Edit<RuleOf<'format'>>; readonly action: Validation }) {
  const { input } = edit.value;
  const known = actionArguments(action).map(({ name }) => ({ value: name, label: name }));
  const isKnown = known.some(({ value }) => value === input);
  return (
    <ChoiceField
      label="Input"
      meaning="What is looked at"
      value={input}
      choices={
        isKnown ? known : [...known, { value: input, label: input === '' ? 'None yet' : `${input} (not there)` }]
      }
      onChoose={(chosen) => edit.set({ input: chosen })}
    />
  );
}

function OwnFields({ edit, action }: RuleFieldsProps) {
  switch (edit.value.kind) {
    case 'format':
      return <FormatFields edit={edit as unknown as Edit<RuleOf<'format'>>} />;
    case 'range':
      return <RangeFields edit={edit as unknown as Edit<RuleOf<'range'>>} />;
    case 'pattern':
      return <PatternField edit={edit as unknown as Edit<RuleOf<'pattern'>>} />;
    case 'oneOf': {
      const own = edit as unknown as Edit<RuleOf<'oneOf'>>;
      return (
        <TextList
          label="Values"
          meaning="One of these"
          word="value"
          items={own.value.values}
          place={own.place('values')}
          write={(values, burst) => own.set({ values }, burst === null ? null : `values.${burst}`)}
        />
      );
    }
    case 'available':
      return <AvailableFields edit={edit as unknown as Edit<RuleOf<'available'>>} />;
    default:
      return <EligibleField edit={edit as unknown as Edit<RuleOf<'eligible'>>} action={action} />;
  }
}

const hasCountry: ReadonlySet<string> = new Set(['phone', 'postcode', 'iban']);

const FormatFields = ({ edit }: { readonly edit: Edit<RuleOf<'format'>> }) => (
  <div className={hasCountry.has(edit.value.format) ? 'form-pair' : undefined}>
    <ChoiceOf edit={edit} of="format" label="Format" meaning="What it must look like" choices={formatChoices} />
    {hasCountry.has(edit.value.format) && (
      <TextField
        label="Country"
        meaning="Two letters"
        mono
        placeholder="any"
        text={edit.value.country ?? ''}
        place={edit.place('country')}
        troubles={[]}
        write={(typed) => edit.set({ country: typed === '' ? undefined : typed }, 'country')}
      />
    )}
  </div>
);

const anyNumber = { min: -1e15, max: 1e15, optional: true, placeholder: 'any' } as const;

const RangeFields = ({ edit }: { readonly edit: Edit<RuleOf<'range'>> }) => (
  <div className="form-pair">
    <NumberOf edit={edit} of="minimum" label="Least" meaning="Inclusive" {...anyNumber} />
    <NumberOf edit={edit} of="maximum" label="Most" meaning="Inclusive" {...anyNumber} />
  </div>
);

function PatternField({ edit }: { readonly edit: Edit<RuleOf<'pattern'>> }) {
  const { pattern } = edit.value;
  const wrong = pattern === '' ? null : patternProblem(pattern);
  return (
    <TextField
      label="Pattern"
      meaning="The whole value must fit"
      mono
      placeholder="[A-Z]-\d{4}"
      {...textOf(edit, 'pattern' satisfies KeysOf<RuleOf<'pattern'>, string>)}
      troubles={wrong === null ? [] : [{ severity: 'error', sentence: wrong }]}
    />
  );
}

function EligibleField({ edit, action }: { readonly edit: Edit<RuleOf<'eligible'>>; readonly action: Validation }) {
  const { text, write } = textOf(edit, 'expression');
  const read = text.trim() === '' ? null : parseExpression(text);
  return (
    <CodeField
      label="Condition"
      meaning="True when everything is fine"
      language="cel"
      size="line"
      names={codeNames(action)}
      text={text}
      write={write}
      placeholder="age >= 18 && country in ['GR', 'CY']"
      marks={read === null || read.ok ? [] : [read.failure]}
    />
  );
}
