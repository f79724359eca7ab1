import { useId, type ReactNode } from 'react';
import {
  isConsent,
  type Answer,
  type ChosenFile,
  type Question,
  type QuestionType,
} from '../../../shared/answers/question.ts';
import { ChoiceControl } from '../../inspector/fields/choice-field.tsx';
import { FieldFrame, TroubleLine, type ControlIds } from '../../inspector/fields/field-frame.tsx';

type QuestionFieldProps = {
  readonly asked: Question;
  readonly answer: Answer;
  readonly fault: string | null;
  /** `isWhole`: chosen rather than typed, so nothing more follows. */
  readonly onAnswer: (answer: Answer, isWhole: boolean) => void;
  readonly onLeave: () => void;
};

/** A question with the control its answer is given in. */
export function QuestionField(props: QuestionFieldProps) {
  const { asked, answer, fault } = props;
  if (asked.options.length > 0 && (asked.type === 'radio' || asked.type === 'checkbox'))
    return <ManyBoxes {...props} />;
  const count = asked.limit !== null && asked.type === 'textarea' ? `${answer.length} of ${asked.limit}` : '';
  const label = asked.required ? asked.label : `${asked.label} (optional)`;
  return (
    <FieldFrame label={label} meaning={count} refusal={fault} inline={isConsent(asked)}>
      {(control) => controlOf(props, { ...control, 'aria-required': asked.required })}
    </FieldFrame>
  );
}

type Control = ControlIds & { readonly 'aria-required': boolean };

function controlOf(props: QuestionFieldProps, control: Control): ReactNode {
  const { asked, answer, onAnswer, onLeave } = props;
  const value = typeof answer === 'string' ? answer : '';
  switch (asked.type) {
    case 'textarea':
      return (
        <textarea
          {...control}
          className="control"
          rows={3}
          dir="auto"
          placeholder={asked.placeholder}
          value={value}
          onChange={(event) => onAnswer(event.currentTarget.value, false)}
          onBlur={onLeave}
        />
      );
    case 'select':
      return (
        <ChoiceControl
          control={control}
          value={value}
          choices={[
            { value: '', label: 'Choose…' },
            ...asked.options.map((option) => ({ value: option.key, label: option.value })),
          ]}
          onChoose={(key) => onAnswer(key, true)}
        />
      );
    case 'files':
      return (
        <input
          {...control}
          className="control"
          type="file"
          multiple={asked.multiple}
          accept={asked.fileTypes.map((type) => (/[/.]/.test(type) ? type : `.${type}`)).join(',')}
          onChange={(event) => onAnswer([...(event.currentTarget.files ?? [])].map(factsOf), true)}
        />
      );
    case 'radio':
    case 'checkbox':
      return (
        <input
          {...control}
          type="checkbox"
          checked={value === 'true'}
          onChange={(event) => onAnswer(event.currentTarget.checked ? 'true' : 'false', true)}
        />
      );
    default:
      return <TypedAnswer {...props} control={control} />;
  }
}

/** A file is described, not sent: what a test of a design needs of it is its name, size and type. */
const factsOf = ({ name, size, type }: File): ChosenFile => ({ name, size, type });

const inputTypes: { readonly [Type in QuestionType]?: string } = {
  email: 'email',
  date: 'date',
  time: 'time',
  dateTime: 'datetime-local',
  monthYear: 'month',
};

function TypedAnswer({ asked, answer, onAnswer, onLeave, control }: QuestionFieldProps & { control: Control }) {
  const { type, options, placeholder, earliest, latest } = asked;
  const list = useId();
  const isNumber = type === 'number' || type === 'year';
  return (
    <>
      <input
        {...control}
        className="control"
        dir="auto"
        type={inputTypes[type] ?? 'text'}
        inputMode={isNumber ? 'decimal' : undefined}
        placeholder={placeholder}
        list={options.length > 0 ? list : undefined}
        min={earliest === '' ? undefined : earliest}
        max={latest === '' ? undefined : latest}
        value={typeof answer === 'string' ? answer : ''}
        onChange={(event) => onAnswer(event.currentTarget.value, false)}
        onBlur={onLeave}
      />
      {options.length > 0 && (
        <datalist id={list}>
          {options.map((option, index) => (
            <option key={index} value={option.value} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** One of several, or any of several. */
function ManyBoxes({ asked, answer, fault, onAnswer, onLeave }: QuestionFieldProps) {
  const name = useId();
  const chosen = typeof answer === 'string' ? answer.split(',').filter((key) => key !== '') : [];
  const isOne = asked.type === 'radio';
  const toggled = (key: string): string =>
    asked.options
      .filter((option) => chosen.includes(option.key) !== (option.key === key))
      .map((option) => option.key)
      .join(',');
  return (
    <fieldset
      className="ask-boxes"
      role={isOne ? 'radiogroup' : 'group'}
      aria-describedby={`${name}-fault`}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      <legend className="field-label" dir="auto">
        {asked.required ? asked.label : `${asked.label} (optional)`}
      </legend>
      {asked.options.map(({ key, value }, index) => (
        <label key={index}>
          <input
            type={isOne ? 'radio' : 'checkbox'}
            name={name}
            checked={isOne ? answer === key : chosen.includes(key)}
            aria-invalid={fault !== null}
            onChange={() => onAnswer(isOne ? key : toggled(key), isOne)}
          />
          <span dir="auto">{value}</span>
        </label>
      ))}
      <div className="field-troubles" id={`${name}-fault`} aria-live="polite">
        {fault !== null && <TroubleLine trouble={{ severity: 'error', sentence: fault }} />}
      </div>
    </fieldset>
  );
}
